package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers over one database, as behind a load balancer: what is withdrawn at one is withdrawn at the other. */
class TwoServersIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String NO_REASON = "{\"resourceType\":\"Parameters\"}";
    private static final int READERS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final int PORT = OuterDatabase.free();
    private static final ServeProcess SECOND = second();

    private record Seen(long begun, int server, String kind, int status, boolean data) {}

    /** With the very settings of the first, but for its ports. */
    private static ServeProcess second() {
        Map<String, String> settings = new HashMap<>();
        STRAND.settings()
                .forEach((key, value) -> settings.put(
                        key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value.toString()));
        settings.put("SERVER_PORT", String.valueOf(PORT));
        settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(OuterDatabase.free()));
        try {
            return ServeProcess.start(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void waitsForTheSecondServer() throws Exception {
        SECOND.awaitServing();
    }

    @AfterAll
    static void stopsIt() throws Exception {
        SECOND.close();
        assertThat(SECOND.said()).doesNotContain("compiled by other settings");
    }

    private static String at(int server, String address) {
        return server == 0 ? address : address.replace(STRAND.base(), "http://127.0.0.1:" + PORT + "/fhir");
    }

    private static CaseWorld openToBo() {
        return new CaseWorld(
                STRAND,
                AccessCase.world(
                        "withdrawal",
                        "a clinician of another practice is let in",
                        List.of(Map.of("permit", Map.of("purpose", "TREAT", "label", "R", "actor", "bo")))));
    }

    /** A link to the second of two pages. */
    private String page(CaseWorld world) {
        String more = "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"more\"},"
                + "\"subject\":{\"reference\":\"" + world.item("patient") + "\"}}";
        assertThat(STRAND.post(STRAND.token("loader"), "Observation", more).statusCode())
                .isEqualTo(201);
        String search = "Observation?patient=" + world.item("patient") + "&_count=1";
        return Objects.requireNonNull(Answers.bundle(STRAND.get(bo(), search)).getLink("next"))
                .getUrl();
    }

    /** S48. */
    @Test
    void showsNothingOnEitherServerToARequestThatBeginsAfterTheWithdrawalIsAnswered() throws Exception {
        CaseWorld world = openToBo();
        String patient = world.item("patient");
        Map<String, String> roads = Map.of(
                "read",
                STRAND.base() + "/" + world.item("density"),
                "search",
                STRAND.base() + "/Observation?patient=" + patient,
                "page",
                page(world));
        List<String> kinds = roads.keySet().stream().sorted().toList();
        Queue<Seen> seen = new ConcurrentLinkedQueue<>();
        AtomicBoolean running = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        for (int reader = 0; reader < READERS; reader++) {
            int server = reader % 2;
            String kind = kinds.get(reader / 2 % kinds.size());
            readers.execute(() -> {
                while (running.get()) {
                    seen.add(ask(server, kind, Objects.requireNonNull(roads.get(kind))));
                }
            });
        }
        awaitOfEach(kinds, seen, Seen::data);

        HttpResponse<String> withdrawn =
                STRAND.post(STRAND.token("loader"), world.consents().get(0) + "/$revoke", NO_REASON);
        while (withdrawn.statusCode() == 503) {
            withdrawn = STRAND.post(STRAND.token("loader"), world.consents().get(0) + "/$revoke", NO_REASON);
        }
        long answered = System.nanoTime();
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
        awaitOfEach(kinds, seen, each -> each.begun > answered);
        running.set(false);
        readers.shutdown();
        assertThat(readers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        for (int server : List.of(0, 1)) {
            for (String kind : kinds) {
                List<Seen> some = seen.stream()
                        .filter(each -> each.server == server && each.kind.equals(kind))
                        .toList();
                assertThat(some)
                        .as(kind + " at " + server)
                        .filteredOn(each -> each.begun < answered)
                        .anyMatch(Seen::data);
                assertThat(some)
                        .as(kind + " at " + server)
                        .filteredOn(each -> each.begun > answered)
                        .isNotEmpty()
                        .noneMatch(Seen::data);
            }
        }
        // 503: more readers than connections
        assertThat(seen).extracting(Seen::status).isSubsetOf(200, 404, 410, 503);
    }

    /** Renewed by one for all: waiting can take longer than a token lasts. */
    private static synchronized String bo() {
        return STRAND.token("bo");
    }

    /** How long an answer takes with so many readers says nothing here. */
    private static void awaitOfEach(List<String> kinds, Queue<Seen> seen, Predicate<Seen> wanted)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (int server : List.of(0, 1)) {
            for (String kind : kinds) {
                while (System.nanoTime() < end
                        && seen.stream()
                                .noneMatch(
                                        each -> each.server == server && each.kind.equals(kind) && wanted.test(each))) {
                    Thread.sleep(50);
                }
            }
        }
    }

    private Seen ask(int server, String kind, String address) {
        long begun = System.nanoTime();
        HttpResponse<String> answer = STRAND.get(bo(), at(server, address));
        boolean data = answer.statusCode() == 200
                && ("read".equals(kind) || answer.body().contains("\"entry\""));
        return new Seen(begun, server, kind, answer.statusCode(), data);
    }

    @Test
    void opensALinkOfOneServerAtTheOther() {
        String sora = STRAND.token("sora");
        String link = Objects.requireNonNull(
                        Answers.bundle(STRAND.get(sora, "Observation?_count=2")).getLink("next"))
                .getUrl();

        assertThat(ids(STRAND.get(sora, at(1, link)))).hasSize(2).isEqualTo(ids(STRAND.get(sora, link)));
    }

    private static List<String> ids(HttpResponse<String> page) {
        return Answers.bundle(page).getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    /** S53. */
    @Test
    void showsAPictureByALinkOfTheOtherServerUntilItIsWithdrawn() {
        CaseWorld world = openToBo();
        String link = Answers.json(STRAND.get(bo(), world.item("study") + "/$link?width=64"))
                .at("/parameter/0/valueUrl")
                .asText();
        HttpRequest.Builder fetch = HttpRequest.newBuilder(URI.create(at(1, link)));
        assertThat(STRAND.send(fetch).statusCode()).isEqualTo(200);

        world.withdrawAll();

        assertThat(STRAND.send(fetch).statusCode()).isEqualTo(404);
    }

    @Test
    void endsALinkOfOneServerByAWriteAtTheOther() {
        CaseWorld world = openToBo();
        String link = page(world);
        assertThat(STRAND.get(bo(), link).statusCode()).isEqualTo(200);

        String revoke = STRAND.base() + "/" + world.consents().get(0) + "/$revoke";
        assertThat(STRAND.post(STRAND.token("loader"), at(1, revoke), NO_REASON).statusCode())
                .isEqualTo(200);

        assertThat(STRAND.get(bo(), link).statusCode()).isEqualTo(410);
        assertThat(STRAND.get(bo(), world.item("density")).statusCode()).isEqualTo(404);
    }
}
