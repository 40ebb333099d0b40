package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.dicom.WrittenDicom;
import health.strand.imaging.Pictures;
import health.strand.publication.MarkedPictures;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session of pictures and measurements comes in whole, once, and by the rules of everything that comes in. */
class IntakeSessionIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final byte[] FRONT = Pictures.of("png", 40, 30);
    private static final byte[] VERTEX = MarkedPictures.jpeg("CANARYsession", 1, 64, 48);
    private static final String BOUNDARY = "strandboundary7d1";

    private final String sora = STRAND.token("sora");
    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("session", "a session", List.of()));
    private final String patient = world.item("patient");

    private record Part(String type, byte[] bytes) {}

    @AfterEach
    void withdrawAll() {
        world.withdrawAll();
    }

    private static Map<String, Part> pictures() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("front.png", new Part("image/png", FRONT));
        parts.put("vertex.jpg", new Part("image/jpeg", VERTEX));
        return parts;
    }

    private static String description(String patient, String... files) {
        StringBuilder entries = new StringBuilder();
        for (String file : files) {
            entries.append("{'fullUrl':'urn:uuid:")
                    .append(UUID.nameUUIDFromBytes(file.getBytes(StandardCharsets.UTF_8)))
                    .append("','resource':{'resourceType':'Media','status':'completed','createdDateTime':")
                    .append("'2026-02-03T10:00:00Z','subject':{'reference':'")
                    .append(patient)
                    .append("'},'content':{'url':'cid:")
                    .append(file)
                    .append("'}}},");
        }
        String first = UUID.nameUUIDFromBytes(files[0].getBytes(StandardCharsets.UTF_8))
                .toString();
        return "{'resourceType':'Bundle','type':'collection','entry':[" + entries
                + "{'resource':{'resourceType':'Observation','status':'final','code':{'text':'density'},'subject':"
                + "{'reference':'" + patient + "'},'derivedFrom':[{'reference':'urn:uuid:" + first
                + "'}],'valueQuantity':{'value':151}}}]}";
    }

    private static HttpResponse<String> send(String token, String description, Map<String, Part> parts) {
        Map<String, Part> all = new LinkedHashMap<>(parts);
        all.put(
                "session",
                new Part("application/fhir+json", description.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all.forEach((name, part) -> {
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\""
                            + name + "\"\r\nContent-Type: " + part.type() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(part.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return STRAND.send(STRAND.request(token, "ImagingStudy/$intake-session")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static int count(String patient) {
        String loader = STRAND.token("loader");
        int all = 0;
        for (String type : List.of("Media", "Observation", "ImagingStudy")) {
            all += Answers.bundle(STRAND.get(loader, type + "?_summary=count&subject=" + patient))
                    .getTotal();
        }
        return all;
    }

    private static List<String> places(HttpResponse<String> answer) {
        return Answers.json(answer).findValuesAsText("location").stream()
                .map(each -> each.replaceFirst("/_history/.*", ""))
                .toList();
    }

    private void refused(HttpResponse<String> answer, int status, String text) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Answers.json(answer).at("/issue/0/diagnostics").asText()).contains(text);
    }

    @Test
    void isStoredWholeAndOnceHoweverOftenItIsSent() {
        int before = count(patient);
        String description = description(patient, "front.png", "vertex.jpg");
        HttpResponse<String> first = send(sora, description, pictures());
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        List<String> places = places(first);
        assertThat(places)
                .hasSize(5)
                .filteredOn(each -> each.startsWith("Binary/"))
                .hasSize(2);
        assertThat(count(patient)).isEqualTo(before + 3);

        for (String each : places) {
            assertThat(STRAND.get(sora, each).statusCode()).as(each).isEqualTo(200);
            assertThat(STRAND.get(STRAND.token("ito"), each).statusCode())
                    .as(each)
                    .isEqualTo(404);
        }
        String media = places.stream()
                .filter(each -> each.startsWith("Media/"))
                .toList()
                .get(1);
        JsonNode content = Answers.json(STRAND.get(sora, media)).path("content");
        assertThat(places).contains(content.path("url").asText());
        assertThat(content.path("contentType").asText()).isEqualTo("image/jpeg");
        assertThat(content.path("size").asInt()).isPositive().isLessThan(VERTEX.length);
        String file = places.get(1);
        JsonNode said = Answers.json(STRAND.get(STRAND.token("loader"), "Provenance?target=" + file));
        assertThat(said.path("total").asInt()).as("what was removed").isEqualTo(1);

        HttpResponse<String> again = send(sora, description, pictures());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(places(again))
                .containsExactlyInAnyOrderElementsOf(places.stream()
                        .filter(each -> !each.startsWith("Binary/"))
                        .toList());
        assertThat(count(patient)).isEqualTo(before + 3);

        HttpResponse<String> other = send(sora, description.replace("02-03T", "02-04T"), pictures());
        assertThat(other.statusCode()).as(other.body()).isEqualTo(201);
    }

    @Test
    void takesFilesThatAreLongerThanARequestOfFhir() {
        int before = count(patient);
        byte[] frames = WrittenDicom.holding(new byte[40 * 1024 * 1024]);
        byte[] more = WrittenDicom.holding(new byte[30 * 1024 * 1024]);
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("front.dcm", new Part("application/dicom", frames));
        parts.put("vertex.dcm", new Part("application/dicom", more));
        HttpResponse<String> answer = send(sora, description(patient, "front.dcm", "vertex.dcm"), parts);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(count(patient)).isEqualTo(before + 3);
        JsonNode content = Answers.json(STRAND.get(
                        sora,
                        places(answer).stream()
                                .filter(each -> each.startsWith("Media/"))
                                .toList()
                                .get(1)))
                .path("content");
        assertThat(content.path("size").asInt()).isEqualTo(more.length);
        HttpResponse<String> part =
                STRAND.send(STRAND.request(sora, content.path("url").asText())
                        .header("Accept", "application/dicom")
                        .header("Range", "bytes=128-131")
                        .GET());
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 128-131/" + more.length);
        assertThat(part.body()).isEqualTo("DICM");
    }

    @Test
    void isStoredOnceWhenItIsSentTwiceAtOnce() {
        int before = count(patient);
        String description = description(patient, "front.png", "vertex.jpg").replace("02-03T", "02-05T");
        List<CompletableFuture<HttpResponse<String>>> both = List.of(
                CompletableFuture.supplyAsync(() -> send(sora, description, pictures())),
                CompletableFuture.supplyAsync(() -> send(sora, description, pictures())));
        List<HttpResponse<String>> answers =
                both.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(201, 200);
        assertThat(count(patient)).isEqualTo(before + 3);
    }

    @Test
    void isRefusedAsAWholeByThePartThatIsWrong() {
        int before = count(patient);
        String description = description(patient, "front.png", "vertex.jpg");
        for (Map.Entry<String, Part> wrong : Map.of(
                        "the picture is damaged",
                        new Part("image/jpeg", Arrays.copyOf(VERTEX, VERTEX.length / 2)),
                        "its content type says something else",
                        new Part("image/jpeg", FRONT),
                        "no PNG, JPEG or DICOM",
                        new Part("image/gif", "GIF89a".getBytes(StandardCharsets.US_ASCII)))
                .entrySet()) {
            Map<String, Part> parts = pictures();
            parts.put("vertex.jpg", wrong.getValue());
            HttpResponse<String> answer = send(sora, description, parts);
            refused(answer, 422, "part `vertex.jpg`: ");
            refused(answer, 422, wrong.getKey());
        }
        Map<String, Part> missing = pictures();
        missing.remove("front.png");
        refused(send(sora, description, missing), 422, "part `session`: a Media names its file");
        Map<String, Part> more = pictures();
        more.put("third.png", new Part("image/png", FRONT));
        refused(send(sora, description, more), 422, "part `third.png`: ");
        refused(send(sora, "{'resourceType':'Patient'}", pictures()), 422, "part `session`: it is no Bundle");
        refused(send(sora, description.replace("'status':'final',", ""), pictures()), 422, "");
        assertThat(count(patient)).isEqualTo(before);
    }

    @Test
    void isDecidedAboutLikeEverythingThatIsWritten() {
        String description = description(patient, "front.png", "vertex.jpg");
        String nobody = "Patient/" + UUID.randomUUID();
        HttpResponse<String> hidden = send(STRAND.token("ito"), description, pictures());
        HttpResponse<String> never =
                send(STRAND.token("ito"), description(nobody, "front.png", "vertex.jpg"), pictures());
        assertThat(hidden.statusCode())
                .as(hidden.body())
                .isEqualTo(never.statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(hidden.body()).isEqualTo(never.body());
        assertThat(send(STRAND.token("sora", "user/*.rs"), description, pictures())
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("", description, pictures()).statusCode()).isEqualTo(401);
        String research = description.replace(
                "'status':'completed',",
                "'status':'completed','reasonCode':[{'coding':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/v3-ActReason','code':'HRESCH'}]}],");
        refused(send(sora, research, pictures()), 403, "it takes a consent on the topic `research`");
        assertThat(send(sora, description, pictures()).statusCode()).isIn(200, 201);
        // what is there for care is no answer to who sends it for research
        refused(send(sora, research, pictures()), 403, "it takes a consent on the topic `research`");
        assertThat(STRAND.post(sora, "ImagingStudy/$intake-session", "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .isEqualTo(422);
    }
}
