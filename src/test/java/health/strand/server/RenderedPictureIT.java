package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pictures are shown in the size that is asked for, to whoever may see them, and to nobody else. */
class RenderedPictureIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String token = STRAND.token("ana");
    private final String drawn = drawn();

    /** A picture of Ana's that has a file. */
    private String drawn() {
        JsonNode found = Answers.json(STRAND.get(token, "Media?_count=50&patient=Patient/" + STRAND.id("ana")));
        for (JsonNode each : found.path("entry")) {
            if (each.at("/resource/content/url").asText().contains("Binary/")) {
                return "Media/" + each.at("/resource/id").asText();
            }
        }
        throw new AssertionError("no picture with a file: " + found);
    }

    private static HttpResponse<byte[]> get(String token, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(STRAND.base() + "/" + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void areAsWideAsAskedFor() throws Exception {
        HttpResponse<byte[]> answer = get(token, drawn + "/$rendered?width=64&format=image/jpeg");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth()).isEqualTo(64);
    }

    @Test
    void areRecordedAsShown() {
        HttpResponse<String> answer = STRAND.get(token, drawn + "/$rendered?width=64");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(new Trail(STRAND).lines(answer))
                .containsExactly("operation $rendered 0 " + STRAND.id("ana") + " " + drawn);
    }

    /** What is hidden, and what never was, answers the same. */
    @Test
    void areNotThereForWhoeverMayNotSeeThem() {
        String nothing = "Media/" + UUID.randomUUID();
        for (String who : List.of("ito", "dara")) {
            HttpResponse<String> hidden = STRAND.get(STRAND.token(who), drawn + "/$rendered");
            assertThat(hidden.statusCode()).as(who).isEqualTo(404);
            assertThat(hidden.body())
                    .isEqualTo(STRAND.get(STRAND.token(who), nothing + "/$rendered")
                            .body());
        }
        assertThat(STRAND.get(STRAND.token("rex"), drawn + "/$rendered").statusCode())
                .isEqualTo(403);
    }

    private static String stored(String type, String elements) {
        HttpResponse<String> answer = STRAND.post(
                STRAND.token("loader"), type, ("{'resourceType':'" + type + "'," + elements + "}").replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return type + "/" + Answers.json(answer).path("id").asText();
    }

    @Test
    void areRefusedWhereTheFileIsNone() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("rendered", "a file that is no picture", List.of()));
        String patient = world.item("patient");
        String text = stored(
                "Binary",
                "'contentType':'text/plain','securityContext':{'reference':'" + patient
                        + "'},'data':'bm90IGEgcGljdHVyZQ=='");
        String media = stored(
                "Media",
                "'status':'completed','subject':{'reference':'" + patient
                        + "'},'content':{'contentType':'image/png','url':'" + text + "'}");
        String owner = STRAND.tokenOfPatient(patient);
        HttpResponse<String> answer = STRAND.get(owner, media + "/$rendered");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("neither a PNG nor a JPEG picture");
        for (Map.Entry<String, String> each : Map.of(
                        "width=9999999", "4096", "width=1", "4096", "format=image/gif", "image/png")
                .entrySet()) {
            HttpResponse<String> wrong = STRAND.get(owner, world.item("study") + "/$rendered?" + each.getKey());
            assertThat(wrong.statusCode()).as(each.getKey()).isEqualTo(400);
            assertThat(wrong.body()).contains(each.getValue());
        }
    }
}
