package health.strand.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Searches and retrievals give what is there for a requester, and nothing tells of the rest. */
class DicomWebTest {

    private static final String BASE = "https://strand.test/dicomweb";
    private static final byte[] RED_AND_BLUE = {
        -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1
    };
    private static final byte[] ONE = DicomFiles.photograph("1.2", "1.3", "1.4", "ana", RED_AND_BLUE);
    private static final byte[] TWO = DicomFiles.photograph("1.2", "1.3", "1.5", "ana", RED_AND_BLUE);
    private static final byte[] THREE =
            DicomFiles.encapsulated("1.2", "1.9", "1.6", new byte[] {1, 2}, new byte[] {3, 4});

    private final HeldRecord record = new HeldRecord()
            .patient("ana", "Doe", "Ana")
            .study("s1", "ana", "1.2", files())
            .study("s2", "ben", "1.7", Map.of("1.8/1.10", TWO));
    private final DicomWeb web = new DicomWeb(record, BASE, "https://strand.test/fhir");

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("1.9/1.6", THREE);
        files.put("1.3/1.5", TWO);
        files.put("1.3/1.4", ONE);
        return files;
    }

    @AfterEach
    void nothingIsLeftOpen() {
        assertThat(record.open).isEmpty();
    }

    private static Map<String, String[]> query(String... pairs) {
        Map<String, String[]> query = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.put(pairs[i], new String[] {pairs[i + 1]});
        }
        return query;
    }

    private static byte[] written(Reply reply) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reply.body().writeTo(out);
        return out.toByteArray();
    }

    private JsonNode json(String path, String... query) throws Exception {
        Reply reply = web.get(path, query(query), "application/dicom+json");
        assertThat(reply.type()).isEqualTo("application/dicom+json");
        return new ObjectMapper().readTree(written(reply));
    }

    private List<String> values(String tag, String path, String... query) throws Exception {
        List<String> values = new ArrayList<>();
        json(path, query)
                .forEach(each -> values.add(each.at("/" + tag + "/Value/0").asText()));
        return values;
    }

    private List<byte[]> parts(String path, String accept) throws Exception {
        Reply reply = web.get(path, Map.of(), accept);
        PartsReader reader = new PartsReader(reply.type(), new ByteArrayInputStream(written(reply)));
        List<byte[]> parts = new ArrayList<>();
        while (reader.next()) {
            parts.add(reader.content().readAllBytes());
        }
        return parts;
    }

    private void refuses(int status, String path, String accept) {
        assertThatThrownBy(() -> web.get(path, Map.of(), accept))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(status));
    }

    @Test
    void tellsWhatStudiesThereAre() throws Exception {
        assertThat(values("0020000D", "/studies")).containsExactly("1.2", "1.7");
        JsonNode study = json("/studies", "PatientID", "ana").get(0);
        assertThat(study.at("/00080020/Value/0").asText()).isEqualTo("20240624");
        assertThat(study.at("/00080030/Value/0").asText()).isEqualTo("090500");
        assertThat(study.at("/00100010/Value/0/Alphabetic").asText()).isEqualTo("Doe^Ana");
        assertThat(study.at("/00201206/Value/0").asInt()).isEqualTo(2);
        assertThat(study.at("/00201208/Value/0").asInt()).isEqualTo(3);
        assertThat(study.at("/00081190/Value/0").asText()).isEqualTo(BASE + "/studies/1.2");
    }

    @Test
    void countsTheWholeStudyWhicheverSeriesIsAskedFor() throws Exception {
        for (String path : List.of("/studies", "/studies/1.2/series", "/studies/1.2/series/1.3/instances")) {
            assertThat(json(path).get(0).at("/00201206/Value/0").asInt())
                    .as(path)
                    .isEqualTo(2);
            assertThat(json(path).get(0).at("/00201208/Value/0").asInt())
                    .as(path)
                    .isEqualTo(3);
        }
    }

    @Test
    void searchesSeriesAndInstancesInTheOrderOfTheirUids() throws Exception {
        assertThat(values("0020000E", "/studies/1.2/series")).containsExactly("1.3", "1.9");
        assertThat(values("00080018", "/studies/1.2/instances")).containsExactly("1.4", "1.5", "1.6");
        assertThat(values("00080018", "/studies/1.2/series/1.3/instances")).containsExactly("1.4", "1.5");
        assertThat(values("00080018", "/instances")).containsExactly("1.4", "1.5", "1.6", "1.10");
        assertThat(values("00081190", "/instances", "SOPInstanceUID", "1.5"))
                .containsExactly(BASE + "/studies/1.2/series/1.3/instances/1.5");
        assertThat(values("00080018", "/instances", "offset", "1", "limit", "2"))
                .containsExactly("1.5", "1.6");
        assertThat(values("0020000D", "/studies", "PatientName", "doe*")).containsExactly("1.2");
        assertThat(values("0020000D", "/studies/1.2/series", "StudyInstanceUID", "1.7"))
                .isEmpty();
        assertThat(json("/studies", "StudyInstanceUID", "x")).isEmpty();
    }

    @Test
    void countsOnlyWhatIsThere() throws Exception {
        record.hidden.add("Media/s1-1-6");
        JsonNode study = json("/studies", "StudyInstanceUID", "1.2").get(0);
        assertThat(study.at("/00201206/Value/0").asInt()).isEqualTo(1);
        assertThat(study.at("/00201208/Value/0").asInt()).isEqualTo(2);
        assertThat(parts("/studies/1.2", "")).hasSize(2);
        refuses(404, "/studies/1.2/series/1.9", "");
        refuses(404, "/studies/1.2/series/1.9/metadata", "");
        refuses(404, "/studies/1.2/series/1.9/instances/1.6/frames/1", "");
        refuses(404, "/studies/1.2/series/1.9/instances/1.6/rendered", "");
    }

    @Test
    void knowsNoStudyOfWhichNothingIsThere() throws Exception {
        record.hidden.add("Media/s2-1-10");
        assertThat(values("0020000D", "/studies")).containsExactly("1.2");
        refuses(404, "/studies/1.7", "");
        refuses(404, "/studies/1.7/metadata", "");
        refuses(404, "/studies/1.77/metadata", "");
    }

    @Test
    void warnsThatNamesAreMatchedAsTheyAreWritten() throws Exception {
        Reply reply =
                web.get("/studies", query("fuzzymatching", "true", "PatientName", "doe^ana"), "application/dicom+json");

        assertThat(new ObjectMapper().readTree(written(reply))).hasSize(1);
        assertThat(reply.warning())
                .isEqualTo("299 " + BASE + ": The fuzzymatching parameter is not supported. "
                        + "Only literal matching has been performed.");
        assertThat(web.get("/studies", query("fuzzymatching", "false"), "").warning())
                .isEmpty();
    }

    @Test
    void refusesToLookThroughMoreThanItHolds() throws Exception {
        for (int i = 0; i < Instances.MOST_STUDIES - 2; i++) {
            record.study("more" + i, "ben", "2.1." + i, Map.of());
        }
        assertThat(json("/studies")).hasSize(2);

        record.study("last", "ben", "2.2", Map.of());

        refuses(413, "/studies", "");
        record.hidden.add("ImagingStudy/last");
        assertThat(json("/studies")).hasSize(2);
        record.hidden.clear();
        assertThat(json("/studies", "PatientID", "ana")).hasSize(1);
        assertThat(json("/studies", "StudyDate", "20200101")).isEmpty();
    }

    @Test
    void mergesWhatTheRecordHasOfOneStudyAndNotOfTwoPatients() throws Exception {
        record.study("s3", "ana", "1.2", Map.of("1.3/1.20", ONE));
        record.study("s4", "ben", "1.2", Map.of("1.3/1.4", TWO));
        assertThat(values("00201208", "/studies", "StudyInstanceUID", "1.2")).containsExactly("4", "1");
        assertThat(values("00201208", "/studies", "PatientID", "ben", "StudyInstanceUID", "1.2"))
                .containsExactly("1");
    }

    @Test
    void givesFilesByteForByte() throws Exception {
        assertThat(parts("/studies/1.2", "multipart/related; type=\"application/dicom\""))
                .containsExactly(ONE, TWO, THREE);
        assertThat(parts("/studies/1.2/series/1.3/instances/1.5", "")).containsExactly(TWO);
        Reply single = web.get("/studies/1.2/series/1.3/instances/1.4", Map.of(), "application/dicom");
        assertThat(single.type()).isEqualTo("application/dicom");
        assertThat(written(single)).isEqualTo(ONE);
        refuses(406, "/studies/1.2", "text/html");
        refuses(406, "/studies/1.2", "application/dicom");
    }

    @Test
    void leavesOutAFileThatIsNoLongerThere() throws Exception {
        record.hidden.add("Binary/s1-1-4");
        assertThat(parts("/studies/1.2", "")).containsExactly(TWO, THREE);
        refuses(404, "/studies/1.2/series/1.3/instances/1.4", "");
    }

    @Test
    void tellsWhatHeadersSayWithoutPixels() throws Exception {
        JsonNode all = json("/studies/1.2/metadata");
        assertThat(all).hasSize(3);
        assertThat(all.at("/0/00080018/Value/0").asText()).isEqualTo("1.4");
        assertThat(all.at("/0/7FE00010/vr").asText()).isEqualTo("OB");
        assertThat(all.get(0).has("00020010")).isFalse();
        assertThat(all.toString()).doesNotContain("BulkDataURI", "InlineBinary");
    }

    @Test
    void givesFramesOneByOne() throws Exception {
        String path = "/studies/1.2/series/1.3/instances/1.4/frames/";
        List<byte[]> frames = parts(path + "2,1", "multipart/related; type=\"application/octet-stream\"");
        assertThat(frames).hasSize(2);
        assertThat(frames.get(0)).startsWith(0, 0, -1);
        assertThat(frames.get(1)).hasSize(12).startsWith(-1, 0, 0);
        refuses(404, path + "3", "");
        refuses(406, path + "1", "multipart/related; type=\"image/jpeg\"");
        assertThat(parts("/studies/1.2/series/1.9/instances/1.6/frames/1", "multipart/related; type=\"image/jpeg\""))
                .containsExactly(new byte[] {1, 2, 3, 4});
    }

    /** What ends in the middle must not look whole. */
    @Test
    void doesNotEndMetadataThatBreaksOff() throws Exception {
        Reply reply = web.get("/studies/1.2/metadata", Map.of(), "");
        record.broken = true;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicBoolean closed = new AtomicBoolean();
        OutputStream told = new FilterOutputStream(out) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        assertThatThrownBy(() -> reply.body().writeTo(told)).isInstanceOf(IOException.class);
        assertThat(closed).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotEndWith("]");
    }

    @Test
    void showsAFrameAsAPicture() throws Exception {
        String path = "/studies/1.2/series/1.3/instances/1.4";
        Reply reply = web.get(path + "/frames/2/rendered", query("viewport", "1,1"), "image/png");
        assertThat(reply.type()).isEqualTo("image/png");
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(written(reply)));
        assertThat(shown.getWidth()).isEqualTo(1);
        assertThat(shown.getRGB(0, 0)).isEqualTo(0xFF0000FF);
        assertThat(web.get(path + "/rendered", Map.of(), "image/*").type()).isEqualTo("image/jpeg");
        assertThat(web.get(path + "/rendered", query("accept", "image/png"), "*/*")
                        .type())
                .isEqualTo("image/png");
        refuses(406, path + "/rendered", "image/gif");
        refuses(406, "/studies/1.2/series/1.9/instances/1.6/rendered", "");
        refuses(406, "/studies/1.2/rendered", "");
        assertThatThrownBy(() -> web.get(path + "/rendered", query("window", "1,2,linear"), ""))
                .isInstanceOf(Refused.class);
    }
}
