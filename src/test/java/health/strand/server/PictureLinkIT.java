package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.links.PictureLink;
import health.strand.links.PictureLinks;
import health.strand.smart.SecurityEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** S53, L46: a link shows a picture to its maker for a minute, under the rights of the moment in which it is fetched. */
class PictureLinkIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final HttpClient http = HttpClient.newHttpClient();
    private final CaseWorld world = openToBo();
    private final String picture = world.item("study");
    private final String bo = STRAND.token("bo");

    private static CaseWorld openToBo() {
        return new CaseWorld(
                STRAND,
                AccessCase.world(
                        "links",
                        "a clinician of another practice is let in",
                        List.of(Map.of("permit", Map.of("purpose", "TREAT", "label", "R", "actor", "bo")))));
    }

    @AfterEach
    void withdrawAll() {
        world.withdrawAll();
    }

    private static JsonNode asked(String token, String path) {
        HttpResponse<String> answer = STRAND.get(token, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Answers.json(answer);
    }

    private static String link(String token, String path) {
        return asked(token, path).at("/parameter/0/valueUrl").asText();
    }

    /** As a browser does it. */
    private HttpResponse<byte[]> fetched(String link, String... more) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(link)).header("Accept", "image/avif,image/webp,*/*;q=0.8");
        return sent(more.length == 0 ? request : request.headers(more));
    }

    private HttpResponse<byte[]> sent(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return String.join(",", answer.headers().allValues(name));
    }

    /** All that an answer says but when. */
    private static String whole(HttpResponse<byte[]> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return answer.statusCode() + " " + headers + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    private String ofNothing() {
        HttpResponse<byte[]> answer = fetched(STRAND.base() + "?_link=AAAA");
        assertThat(answer.statusCode()).isEqualTo(404);
        return whole(answer);
    }

    @Test
    void showsThePictureInTheSizeItIsAskedFor() {
        JsonNode answer = asked(bo, picture + "/$link?width=64&format=image/jpeg");
        String link = answer.at("/parameter/0/valueUrl").asText();
        Instant expires = Instant.parse(answer.at("/parameter/1/valueInstant").asText());

        HttpResponse<byte[]> shown = fetched(link);

        assertThat(expires)
                .isBetween(Instant.now().minusSeconds(1), Instant.now().plusSeconds(60));
        assertThat(link).startsWith(STRAND.base() + "?_link=").doesNotContain(picture.substring(6));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(header(shown, "Content-Type")).startsWith("image/jpeg");
        assertThat(header(shown, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(shown, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(shown.body())
                .isEqualTo(sent(STRAND.request(bo, picture + "/$rendered?width=64&format=image/jpeg"))
                        .body());
    }

    @Test
    void showsTheFileItselfAndPartsOfIt() {
        byte[] file = sent(STRAND.request(bo, world.item("file")).header("Accept", "image/png"))
                .body();
        String link = link(bo, picture + "/$link");

        assertThat(fetched(link).body()).isEqualTo(file);
        assertThat(header(fetched(link), "Content-Type")).isEqualTo("image/png");
        HttpResponse<byte[]> part = fetched(link, "Range", "bytes=1-5");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(file, 1, 6));
        assertThat(fetched(link, "Range", "bytes=9999999-").statusCode()).isEqualTo(416);
        HttpResponse<byte[]> head =
                sent(HttpRequest.newBuilder(URI.create(link)).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("" + file.length);
    }

    @Test
    void isRecordedWhenItIsMadeAndWhenItIsFetched() {
        String patient = world.item("patient").substring("Patient/".length());
        HttpResponse<String> made = STRAND.get(bo, picture + "/$link?width=64");
        String link = Answers.json(made).at("/parameter/0/valueUrl").asText();

        HttpResponse<String> shown = STRAND.send(HttpRequest.newBuilder(URI.create(link)));

        assertThat(new Trail(STRAND).lines(made)).containsExactly("operation $link 0 " + patient + " " + picture);
        assertThat(new Trail(STRAND).lines(shown)).containsExactly("operation $rendered 0 " + patient + " " + picture);
        assertThat(new Trail(STRAND).of(shown).get(0).at("/person").toString())
                .isEqualTo(new Trail(STRAND).of(made).get(0).at("/person").toString())
                .contains(STRAND.id("bo"));
    }

    /** S53. */
    @Test
    void leadsNowhereOnceItsMakerMayNotSeeThePicture() {
        List<String> links = List.of(link(bo, picture + "/$link"), link(bo, picture + "/$link?width=64"));
        String nothing = ofNothing();
        links.forEach(link -> assertThat(fetched(link).statusCode()).isEqualTo(200));

        world.withdrawAll();

        links.forEach(link -> assertThat(whole(fetched(link))).isEqualTo(nothing));
        links.forEach(
                link -> assertThat(whole(fetched(link, "Range", "bytes=0-9"))).isEqualTo(nothing));
        assertThat(STRAND.get(bo, picture + "/$link").body())
                .isEqualTo(
                        STRAND.get(bo, "Media/" + UUID.randomUUID() + "/$link").body());
        assertThat(STRAND.get(bo, picture + "/$link").statusCode()).isEqualTo(404);
    }

    /** S21. */
    @Test
    void leadsNowhereOnceThePictureIsDenied() {
        CaseWorld closing = new CaseWorld(
                STRAND,
                AccessCase.world(
                        "links",
                        "one picture is to be closed to Sora",
                        List.of(Map.of("deny", Map.of("purpose", "TREAT", "instance", "study", "actor", "sora")))));
        change(closing.consents().get(0), "active", "inactive");
        String sora = STRAND.token("sora");
        List<String> links = List.of(
                link(sora, closing.item("study") + "/$link"), link(sora, closing.item("study") + "/$link?width=64"));
        links.forEach(link -> assertThat(fetched(link).statusCode()).isEqualTo(200));

        change(closing.consents().get(0), "inactive", "active");

        links.forEach(link -> assertThat(whole(fetched(link))).isEqualTo(ofNothing()));
        closing.withdrawAll();
    }

    private static void change(String consent, String from, String to) {
        String loader = STRAND.token("loader");
        String written = STRAND.get(loader, consent).body();
        HttpResponse<String> answer = STRAND.put(
                loader, consent, written.replaceFirst("\"status\": ?\"" + from + "\"", "\"status\":\"" + to + "\""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void leadsNowhereOnceTheSessionHasEnded() throws IOException {
        String owner = STRAND.tokenOfPatient(world.item("patient"));
        String link = link(owner, picture + "/$link?width=64");
        assertThat(fetched(link).statusCode()).isEqualTo(200);
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(owner.split("\\.", -1)[1]));

        STRAND.bean(EndedAccess.class)
                .end(new SecurityEvent(
                        claims.path("sub").asText(), null, claims.path("sid").asText(), Instant.now()));

        assertThat(whole(fetched(link))).isEqualTo(ofNothing());
    }

    @Test
    void leadsNowhereWithTheTokenOfAnother() {
        String link = link(bo, picture + "/$link?width=64");
        String sora = STRAND.token("sora");

        assertThat(fetched(link, "Authorization", "Bearer " + bo).statusCode()).isEqualTo(200);
        int before = recorded();
        assertThat(whole(fetched(link, "Authorization", "Bearer " + sora))).isEqualTo(ofNothing());
        assertThat(recorded()).isEqualTo(before + 1);
    }

    /** How often somebody tried a link of another's. */
    private static int recorded() {
        return Objects.requireNonNull(new Trail(STRAND)
                .owner()
                .queryForObject(
                        "select count(*) from strand.audit_event where event::jsonb ->> 'reason' = 'link-of-another'",
                        Integer.class));
    }

    @Test
    void leadsNowhereOnceItHasExpiredOrWasChanged() {
        String link = link(bo, picture + "/$link?width=64");
        String token = link.substring(link.indexOf('=') + 1);
        PictureLinks links = STRAND.bean(PictureLinks.class);
        PictureLink made = links.open(token).orElseThrow();
        assertThat(made.until()).isBefore(Instant.now().plusSeconds(61));
        String late = links.seal(new PictureLink(made.path(), Instant.now(), made.claims()));
        char last = token.charAt(20) == 'A' ? 'B' : 'A';
        String changed = token.substring(0, 20) + last + token.substring(21);
        String twice = token + "&_link=" + token;

        for (String each : List.of(late, changed, twice, "", token.substring(1))) {
            assertThat(whole(fetched(STRAND.base() + "?_link=" + each)))
                    .as(each)
                    .isEqualTo(ofNothing());
        }
        assertThat(sent(HttpRequest.newBuilder(URI.create(link)).POST(BodyPublishers.noBody()))
                        .statusCode())
                .as("it only shows")
                .isEqualTo(401);
    }

    /** A link makes no other, and what it says of sizes is said before. */
    @Test
    void isMadeWithATokenAndASizeThereIs() {
        assertThat(STRAND.get(bo, picture + "/$link?width=9999").statusCode()).isEqualTo(400);
        assertThat(STRAND.get(bo, picture + "/$link?format=image/gif").statusCode())
                .isEqualTo(400);
        assertThat(STRAND.get(STRAND.token("rex"), picture + "/$link").statusCode())
                .isEqualTo(403);
        String link = link(bo, picture + "/$link?width=64");
        assertThat(fetched(link + "&width=16").body()).isEqualTo(fetched(link).body());
        assertThat(fetched(link, "Accept", "application/fhir+json").body())
                .isEqualTo(fetched(link).body());
    }

    @Test
    void isWrittenIntoNoLog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            String link = link(bo, picture + "/$link?width=64");
            String token = link.substring(link.indexOf('=') + 1);
            fetched(link);
            world.withdrawAll();
            fetched(link);
            assertThat(log.list.toString()).doesNotContain(token.substring(0, 40));
            assertThat(STRAND.bean(org.springframework.core.env.Environment.class)
                            .getProperty("server.tomcat.accesslog.enabled", Boolean.class, false))
                    .isFalse();
        } finally {
            root.detachAppender(log);
        }
    }
}
