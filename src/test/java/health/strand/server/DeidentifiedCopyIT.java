package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.imaging.OnePixel;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies without whose they are are made for whoever may see the picture, and of nothing that shows who it is. */
class DeidentifiedCopyIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String COPY = "/$de-identified?project=hair-atlas";

    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("copied", "a picture", List.of()));
    private final String sora = STRAND.token("sora");

    @AfterEach
    void withdraw() {
        world.withdrawAll();
    }

    static HttpResponse<byte[]> get(String token, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(STRAND.request(token, path).build(), BodyHandlers.ofByteArray());
    }

    private String stored(String type, String elements) {
        HttpResponse<String> answer = STRAND.post(
                STRAND.token("loader"), type, ("{'resourceType':'" + type + "'," + elements + "}").replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return type + "/" + Answers.json(answer).path("id").asText();
    }

    private String picture(String labels) {
        String patient = world.item("patient");
        String file = stored(
                "Binary",
                "'contentType':'image/png','securityContext':{'reference':'" + patient + "'},'data':'" + OnePixel.PNG
                        + "'");
        return stored(
                "Media",
                labels + "'status':'completed','subject':{'reference':'" + patient
                        + "'},'content':{'contentType':'image/png','url':'" + file + "'}");
    }

    @Test
    void areOfTheSameKindAndRecorded() throws Exception {
        String media = picture("");
        HttpResponse<byte[]> answer = get(sora, media + COPY);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("image/png");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        HttpResponse<String> again = STRAND.get(sora, media + COPY);
        assertThat(new Trail(STRAND).lines(again))
                .containsExactly("operation $de-identified 0 "
                        + world.item("patient").substring("Patient/".length()) + " " + media);
    }

    @Test
    void sayNothingOfThePatientInFhirEither() throws Exception {
        String media = picture("");
        HttpResponse<byte[]> file = get(sora, media + COPY);
        HttpResponse<String> resource =
                STRAND.send(STRAND.request(sora, media + COPY).header("Accept", "application/fhir+json"));

        assertThat(Answers.json(resource).path("contentType").asText()).isEqualTo("image/png");
        assertThat(resource.body()).doesNotContain("Patient", "securityContext", "meta", "\"id\"");
        assertThat(file.headers().map().toString()).doesNotContain("Patient/");
    }

    @Test
    void areNotMadeWhereSomebodyCouldBeRecognised() {
        String face = picture("'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode',"
                + "'code':'IDS'}]},");
        HttpResponse<String> answer = STRAND.get(STRAND.tokenOfPatient(world.item("patient")), face + COPY);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("labelled");
    }

    @Test
    void areNotThereForWhoeverMayNotSeeThePicture() {
        String media = picture("");
        String ito = STRAND.token("ito");
        HttpResponse<String> hidden = STRAND.get(ito, media + COPY);
        HttpResponse<String> never = STRAND.get(ito, "Media/" + UUID.randomUUID() + COPY);

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(never.body());
        assertThat(STRAND.get(STRAND.token("rex"), media + COPY).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?project=", "?project=of%20Ana", "?project=a/b"})
    void areMadeForAProject(String query) {
        HttpResponse<String> answer = STRAND.get(sora, picture("") + "/$de-identified" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("`project`");
    }
}
