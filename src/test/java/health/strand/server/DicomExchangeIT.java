package health.strand.server;

import static health.strand.server.DicomWebCalls.FILE;
import static health.strand.server.DicomWebCalls.address;
import static health.strand.server.DicomWebCalls.get;
import static health.strand.server.DicomWebCalls.json;
import static health.strand.server.DicomWebCalls.store;
import static health.strand.server.DicomWebCalls.text;
import static health.strand.server.DicomWebCalls.uid;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.outside.Dcmtk;
import health.strand.outside.Debian;
import health.strand.outside.Orthanc;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DICOM goes to and fro between the record and programs that others wrote. */
class DicomExchangeIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    @TempDir
    private Path folder;

    private final String loader = STRAND.token("loader");
    private final String sora = STRAND.token("sora");
    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("exchange", "a study of two", List.of()));
    private final String study = uid();
    private final String series = uid();
    private final List<String> uids = List.of(uid(), uid());
    private final List<Path> files = new ArrayList<>();

    @BeforeAll
    static void install() throws Exception {
        Dcmtk.install();
        Orthanc.install();
    }

    /** A photograph in JPEG, and one whose pixels are written one by one. */
    @BeforeEach
    void makeFiles() throws Exception {
        files.add(photograph("one", uids.get(0)));
        files.add(Dcmtk.decompressed(photograph("other", uids.get(1))));
    }

    private Path photograph(String name, String uid) throws Exception {
        return Dcmtk.photograph(
                folder,
                name,
                Map.of(
                        "PatientID",
                        world.key(),
                        "PatientName",
                        "Case",
                        "StudyDate",
                        "20260110",
                        "Modality",
                        "XC",
                        "StudyInstanceUID",
                        study,
                        "SeriesInstanceUID",
                        series,
                        "SOPInstanceUID",
                        uid));
    }

    @AfterEach
    void withdraw() {
        world.withdrawAll();
    }

    private void storeAll() throws Exception {
        HttpResponse<byte[]> stored = store(loader, Files.readAllBytes(files.get(0)), Files.readAllBytes(files.get(1)));
        assertThat(stored.statusCode()).as(text(stored)).isEqualTo(200);
    }

    private String path(int at) {
        return "/studies/" + study + "/series/" + series + "/instances/" + uids.get(at);
    }

    @Test
    void dcmtkReadsInWhatIsGivenOutWhatItWroteIntoWhatWasStored() throws Exception {
        storeAll();
        for (int at = 0; at < files.size(); at++) {
            Path given = folder.resolve("given.dcm");
            Files.write(given, get(sora, path(at), FILE).body());

            assertThat(Dcmtk.dump(given))
                    .isEqualTo(Dcmtk.dump(files.get(at)))
                    .contains("VLPhotographicImageStorage", uids.get(at), world.key());
        }
    }

    @Test
    void dcmtkReadsInAFileWhatTheMetadataSays() throws Exception {
        storeAll();
        ObjectNode theirs = (ObjectNode) new ObjectMapper().readTree(Dcmtk.json(files.get(1)));
        theirs.remove("7FE00010");
        ObjectNode ours = (ObjectNode) json(sora, path(1) + "/metadata").get(0);
        ours.remove("7FE00010");

        assertThat(ours).isEqualTo(theirs);
    }

    /** Both kinds of pixels, of one study that stays one. */
    @Test
    void dcmtkReadsACopyThatSaysNothingOfWhoItIs() throws Exception {
        storeAll();
        List<String> studies = new ArrayList<>();
        for (JsonNode each : Answers.json(STRAND.get(sora, "Media?patient=" + world.item("patient")))
                .path("entry")) {
            JsonNode picture = each.path("resource");
            if (!picture.at("/content/contentType").asText().equals("application/dicom")) {
                continue;
            }
            Path copy = folder.resolve("copy.dcm");
            String address = "Media/" + picture.path("id").asText() + "/$de-identified?project=hair-atlas";
            Files.write(copy, DeidentifiedCopyIT.get(sora, address).body());
            String dump = Dcmtk.dump(copy);

            assertThat(dump)
                    .contains("VLPhotographicImageStorage", "[XC]", "113100", "113107")
                    .contains("(0028,0010) US 48", "(0028,0011) US 64", "[MODIFIED]")
                    .doesNotContain(world.key(), "[Case]", "20260110", study, series, uids.get(0), uids.get(1));
            assertThat(Dcmtk.picture(copy).getWidth()).isEqualTo(64);
            studies.add(dump.replaceAll("(?s).*\\(0020,000d\\) UI \\[(2\\.25\\.[0-9]+)\\].*", "$1"));
        }
        assertThat(studies).hasSize(2).allMatch(each -> each.equals(studies.get(0)) && each.startsWith("2.25."));
    }

    @Test
    void isFoundByTheDayThatTheHeaderSays() throws Exception {
        storeAll();
        String day = "/studies?StudyInstanceUID=" + study + "&StudyDate=";

        for (String each : List.of("20260110", "20260101-20260110", "20260110-", "-20260110", "20250101-20270101")) {
            assertThat(json(sora, day + each)).as(each).hasSize(1);
        }
        for (String each : List.of("20260109", "20260111", "20260111-", "-20260109", "20260112-20260101")) {
            assertThat(json(sora, day + each)).as(each).isEmpty();
        }
    }

    @Test
    void dcmtkShowsTheSamePicture() throws Exception {
        storeAll();
        Path theirs = folder.resolve("theirs.png");
        Debian.Run run = Debian.run("dcmj2pnm", "+on", files.get(1).toString(), theirs.toString());
        assertThat(run.code()).as(run.output()).isZero();

        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(
                get(sora, path(1) + "/rendered", "image/png").body()));

        assertThat(pixels(shown)).isEqualTo(pixels(ImageIO.read(theirs.toFile())));
    }

    private static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }

    @Test
    void orthancTakesAStudyAndGivesAnotherBack() throws Exception {
        storeAll();
        Path theirs = Files.createDirectory(folder.resolve("orthanc"));

        JsonNode told = Orthanc.exchange(theirs, address(""), loader, study);

        assertThat(told.at("/found")).as(told.toString()).hasSize(1);
        assertThat(told.at("/pulled")).as(told.toString()).hasSize(2);
        for (int i = 1; i <= 2; i++) {
            int at = uids.indexOf(told.at("/pulled/" + (i - 1)).asText());
            assertThat(theirs.resolve("pulled-" + i + ".dcm")).hasSameBinaryContentAs(files.get(at));
        }
        String made = told.at("/study").asText();
        JsonNode metadata = json(sora, "/studies/" + made + "/metadata");
        assertThat(metadata).hasSize(2);
        for (int i = 1; i <= 2; i++) {
            String uid = told.at("/pushed/" + (i - 1)).asText();
            String file = "/studies/" + made + "/series/" + seriesOf(metadata) + "/instances/" + uid;
            assertThat(get(sora, file, FILE).body())
                    .isEqualTo(Files.readAllBytes(theirs.resolve("pushed-" + i + ".dcm")));
        }
        assertThat(metadata.at("/0/00081030/Value/0").asText()).isEqualTo("seen by Orthanc");
        assertThat(STRAND.get(sora, "ImagingStudy?patient=" + world.item("patient"))
                        .body())
                .contains("urn:oid:" + made, "urn:oid:" + study);
    }

    private static String seriesOf(JsonNode metadata) {
        return metadata.at("/0/0020000E/Value/0").asText();
    }
}
