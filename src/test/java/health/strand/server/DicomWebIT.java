package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import health.strand.dicomweb.DicomFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** L47, S24: DICOMweb gives what FHIR would, and what is hidden is there as little as what never was. */
class DicomWebIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String FILE = "application/dicom";
    private static final byte[] RED = {-1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0};

    private final HttpClient http = HttpClient.newHttpClient();
    private final String loader = STRAND.token("loader");
    private final String sora = STRAND.token("sora");
    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("dicom", "a study of two", List.of()));
    private final String study = uid();
    private final String series = uid();
    private final String one = uid();
    private final String other = uid();
    private final byte[] first = DicomFiles.photograph(study, series, one, world.key(), RED);
    private final byte[] second = DicomFiles.photograph(study, series, other, world.key(), RED);

    @AfterEach
    void withdraw() {
        world.withdrawAll();
    }

    /** As PS3.5 annex B.2 makes them of a UUID. */
    private static String uid() {
        UUID uuid = UUID.randomUUID();
        return "2.25." + new java.math.BigInteger(uuid.toString().replace("-", ""), 16);
    }

    private static String address(String path) {
        return STRAND.base().replaceFirst("/fhir$", "/dicomweb") + path;
    }

    private HttpResponse<byte[]> get(String token, String path, String accept) throws Exception {
        return http.send(
                STRAND.request(token, address(path))
                        .header("Accept", accept)
                        .GET()
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private JsonNode json(String token, String path) throws Exception {
        HttpResponse<byte[]> answer = get(token, path, "application/dicom+json");
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        return new com.fasterxml.jackson.databind.ObjectMapper().readTree(answer.body());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> store(String token, byte[]... files) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] each : files) {
            write(body, "--mark\r\nContent-Type: " + FILE + "\r\n\r\n");
            body.write(each);
            write(body, "\r\n");
        }
        write(body, "--mark--\r\n");
        return http.send(
                STRAND.request(token, address("/studies"))
                        .header("Content-Type", "multipart/related; type=\"" + FILE + "\"; boundary=mark")
                        .header("Accept", "application/dicom+json")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static void write(ByteArrayOutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void deny(Map<String, Object> what) {
        String consent = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(new CaseConsent(STRAND, world).of(Map.of("deny", what), 0));
        assertThat(STRAND.post(loader, "Consent", consent).statusCode()).isEqualTo(201);
    }

    private String ofFirst() {
        return "/studies/" + study + "/series/" + series + "/instances/" + one;
    }

    @Test
    void givesBackWhatWasStored() throws Exception {
        HttpResponse<byte[]> stored = store(loader, first, second);
        assertThat(stored.statusCode()).as(text(stored)).isEqualTo(200);

        JsonNode found = json(sora, "/studies?StudyInstanceUID=" + study);
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/00201208/Value/0").asInt()).isEqualTo(2);
        assertThat(json(sora, "/studies/" + study + "/instances")).hasSize(2);
        assertThat(get(sora, ofFirst(), FILE).body()).isEqualTo(first);
        assertThat(json(sora, ofFirst() + "/metadata").at("/0/00080018/Value/0").asText())
                .isEqualTo(one);
        HttpResponse<byte[]> frame = get(sora, ofFirst() + "/frames/1", "multipart/related");
        assertThat(frame.statusCode()).as(text(frame)).isEqualTo(200);
        HttpResponse<byte[]> shown = get(sora, ofFirst() + "/rendered", "image/png");
        assertThat(shown.statusCode()).as(text(shown)).isEqualTo(200);
        assertThat(shown.body()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void storesTheSameOnce() throws Exception {
        store(loader, first);
        assertThat(store(loader, first).statusCode()).isEqualTo(200);
        assertThat(store(loader, second).statusCode()).isEqualTo(200);

        assertThat(json(sora, "/studies/" + study + "/instances")).hasSize(2);
        assertThat(Answers.bundle(STRAND.get(loader, "ImagingStudy?patient=" + world.item("patient")))
                        .getEntry())
                .hasSize(1);
    }

    /** S24. */
    @Test
    void knowsNothingOfAStudyOfWhichTheTypeIsDenied() throws Exception {
        store(loader, first);
        deny(Map.of("purpose", "TREAT", "class", "ImagingStudy"));

        assertThat(Answers.bundle(STRAND.get(sora, "ImagingStudy?patient=" + world.item("patient")))
                        .getEntry())
                .isEmpty();
        knowsNothing(sora);
    }

    @Test
    void knowsNothingOfAStudyOfWhichThePicturesAreDenied() throws Exception {
        store(loader, first);
        deny(Map.of("purpose", "TREAT", "class", "Media"));

        knowsNothing(sora);
    }

    @Test
    void tellsNothingToWhoeverDoesNotTreat() throws Exception {
        store(loader, first);

        knowsNothing(STRAND.token("ito"));
    }

    private void knowsNothing(String token) throws Exception {
        assertThat(json(token, "/studies?StudyInstanceUID=" + study)).isEmpty();
        assertThat(json(token, "/studies/" + study + "/instances")).isEmpty();
        String never = ofFirst().replace(study, uid());
        for (String each : List.of("", "/metadata", "/frames/1", "/rendered")) {
            HttpResponse<byte[]> hidden = get(token, ofFirst() + each, "*/*");
            HttpResponse<byte[]> unknown = get(token, never + each, "*/*");
            assertThat(hidden.statusCode()).isEqualTo(404);
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(text(hidden)).isEqualTo(text(unknown));
        }
    }

    @Test
    void isShutWithoutAToken() throws Exception {
        HttpResponse<byte[]> answer = http.send(
                java.net.http.HttpRequest.newBuilder(java.net.URI.create(address("/studies")))
                        .GET()
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
