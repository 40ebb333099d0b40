package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.imaging.Pictures;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A picture that is sent again by who has sent it is stored once, and nobody learns what others have sent. */
class SentAgainIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final byte[] PICTURE = Pictures.noise(150, 150);

    private final String loader = STRAND.token("loader");
    private final String patient = STRAND.created("Patient", "'name':[{'family':'Again'}]");

    private static HttpResponse<String> send(String token, String patient, byte[] file) {
        return STRAND.send(STRAND.request(token, "Binary")
                .header("Content-Type", "image/png")
                .header("X-Security-Context", patient)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private static String stored(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.headers()
                .firstValue("Location")
                .or(() -> answer.headers().firstValue("Content-Location"))
                .orElseThrow()
                .replaceFirst(".*/(Binary/[^/]+)/_history/.*", "$1");
    }

    @Test
    void isStoredOnceHoweverOftenItIsSent() throws Exception {
        String first = stored(send(loader, patient, PICTURE), 201);
        int files = STRAND.files().size();
        assertThat(stored(send(loader, patient, PICTURE), 200)).isEqualTo(first);
        assertThat(STRAND.files()).hasSize(files);

        String other = STRAND.created("Patient", "'name':[{'family':'Other'}]");
        assertThat(stored(send(loader, other, PICTURE), 201)).isNotEqualTo(first);
        assertThat(stored(send(loader, patient, Pictures.of("png", 9, 9)), 201)).isNotEqualTo(first);
    }

    @Test
    void isStoredOnceWhenItIsSentTwiceAtOnce() {
        List<CompletableFuture<HttpResponse<String>>> all = List.of(
                CompletableFuture.supplyAsync(() -> send(loader, patient, PICTURE)),
                CompletableFuture.supplyAsync(() -> send(loader, patient, PICTURE)),
                CompletableFuture.supplyAsync(() -> send(loader, patient, PICTURE)));
        List<HttpResponse<String>> answers =
                all.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(201, 200, 200);
        assertThat(answers.stream().map(each -> stored(each, each.statusCode())).distinct())
                .hasSize(1);
    }

    @Test
    void isStoredAnewWhenItIsGoneOrAnotherByNow() {
        String first = stored(send(loader, patient, PICTURE), 201);
        STRAND.delete(loader, first);
        String second = stored(send(loader, patient, PICTURE), 201);
        assertThat(second).isNotEqualTo(first);
        assertThat(stored(send(loader, patient, PICTURE), 200)).isEqualTo(second);
        HttpResponse<String> changed = STRAND.send(STRAND.request(loader, second)
                .header("Content-Type", "image/png")
                .header("X-Security-Context", patient)
                .PUT(BodyPublishers.ofByteArray(Pictures.of("png", 7, 7))));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(stored(send(loader, patient, PICTURE), 201)).isNotEqualTo(second);
    }

    /** The others send it themselves and get their own; who may not read is not told what is there. */
    @Test
    void isFoundByNobodyElse() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("again", "sent again", List.of()));
        String patient = world.item("patient");
        String first = stored(send(loader, patient, PICTURE), 201);
        String own = stored(send(STRAND.token("sora"), patient, PICTURE), 201);
        assertThat(own).isNotEqualTo(first);
        assertThat(stored(send(STRAND.token("sora"), patient, PICTURE), 200)).isEqualTo(own);
        String device = STRAND.token("loader", "system/*.cud");
        assertThat(stored(send(device, patient, PICTURE), 201)).isNotIn(first, own);
        HttpResponse<String> hidden = send(STRAND.token("ito"), patient, PICTURE);
        HttpResponse<String> never = send(STRAND.token("ito"), patient, Pictures.noise(40, 40));
        assertThat(hidden.statusCode()).as(hidden.body()).isGreaterThanOrEqualTo(400);
        assertThat(hidden.statusCode()).isEqualTo(never.statusCode());
        assertThat(hidden.body()).isEqualTo(never.body());
        world.withdrawAll();
    }
}
