package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A withdrawal holds for every request that begins after it was answered; a new consent opens the same data again. */
class WithdrawalIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final int READERS = 100;
    private static final int WRITERS = 10;

    private final String loader = STRAND.token("loader");
    private final String bo = STRAND.token("bo");

    private record Seen(long begun, int status) {}

    private static CaseWorld openToBo() {
        return new CaseWorld(
                STRAND,
                AccessCase.world(
                        "withdrawal",
                        "a clinician of another practice is let in",
                        List.of(Map.of("permit", Map.of("purpose", "TREAT", "actor", "bo")))));
    }

    /** S48. */
    @Test
    void showsNothingToARequestThatBeginsAfterTheWithdrawalIsAnswered() throws InterruptedException {
        CaseWorld world = openToBo();
        String item = world.item("density");
        Queue<Seen> seen = new ConcurrentLinkedQueue<>();
        AtomicBoolean running = new AtomicBoolean(true);
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        for (int reader = 0; reader < READERS; reader++) {
            readers.execute(() -> {
                while (running.get()) {
                    long begun = System.nanoTime();
                    seen.add(new Seen(begun, STRAND.get(bo, item).statusCode()));
                }
            });
        }
        Thread.sleep(2_000);

        change(world, "active", "inactive");
        long answered = System.nanoTime();
        Thread.sleep(2_000);
        running.set(false);
        readers.shutdown();
        assertThat(readers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(seen).filteredOn(each -> each.begun > answered).isNotEmpty().allMatch(each -> each.status == 404);
        assertThat(seen).filteredOn(each -> each.begun < answered).anyMatch(each -> each.status == 200);
    }

    /** S54. */
    @Test
    void showsTheSameAgainAfterANewConsent() {
        CaseWorld world = openToBo();
        String search = "Observation?_id=" + world.item("density").substring("Observation/".length());
        String before = STRAND.get(bo, world.item("density")).body();

        change(world, "active", "inactive");
        assertThat(Answers.bundle(STRAND.get(bo, search)).getEntry()).isEmpty();
        change(world, "inactive", "active");

        assertThat(STRAND.get(bo, world.item("density")).body()).isEqualTo(before);
    }

    /** S42, S55. */
    @Test
    void leavesTreatmentAsItIsWhenMarketingIsPermittedAndWithdrawn() {
        CaseWorld world = new CaseWorld(
                STRAND,
                AccessCase.world(
                        "topics",
                        "treatment and marketing",
                        List.of(
                                Map.of("permit", Map.of("purpose", "TREAT", "actor", "bo")),
                                Map.of("permit", Map.of("purpose", "HMARKT"), "kind", "marketing"))));
        List<String> readers = List.of(bo, STRAND.token("sora"));
        String everything = world.item("patient") + "/$everything?_count=100";
        List<String> before = readers.stream()
                .map(reader -> Answers.normal(STRAND.get(reader, everything)))
                .toList();
        String care = STRAND.get(loader, world.consents().get(0)).body();
        assertThat(before).allMatch(each -> each.startsWith("200") && each.contains("density"));
        assertThat(care).containsPattern("\"status\": ?\"active\"");
        assertThat(STRAND.get(bo, world.item("density")).statusCode()).isEqualTo(200);

        HttpResponse<String> withdrawn =
                STRAND.post(loader, world.consents().get(1) + "/$revoke", "{\"resourceType\":\"Parameters\"}");
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);

        assertThat(readers)
                .extracting(reader -> Answers.normal(STRAND.get(reader, everything)))
                .isEqualTo(before);
        assertThat(STRAND.get(bo, world.item("density")).statusCode()).isEqualTo(200);
        assertThat(STRAND.get(loader, world.consents().get(0)).body()).isEqualTo(care);
    }

    /** S41. */
    @Test
    void keepsOneActiveConsentOfATopicAndSaysWhichItReplaced() throws InterruptedException {
        CaseWorld world = openToBo();
        String written = STRAND.get(loader, world.consents().get(0))
                .body()
                .replaceFirst("\"id\": ?\"[^\"]*\",", "")
                .replaceFirst("\"meta\": ?\\{[^}]*\\},", "");
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<java.util.concurrent.Future<HttpResponse<String>>> stored = new ArrayList<>();
        for (int number = 0; number < WRITERS; number++) {
            stored.add(writers.submit(() -> STRAND.post(loader, "Consent", written)));
        }
        writers.shutdown();
        assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        String patient = world.item("patient");
        assertThat(stored)
                .allSatisfy(each -> assertThat(each.get().statusCode()).isEqualTo(201));
        assertThat(total("Consent?patient=" + patient + "&status=active")).isEqualTo(1);
        assertThat(total("Consent?patient=" + patient + "&status=inactive")).isEqualTo(WRITERS);
        assertThat(replacedAndBy(patient)).hasSize(WRITERS).doesNotHaveDuplicates();
        assertThat(STRAND.get(bo, world.item("density")).statusCode()).isEqualTo(200);
    }

    /** By which consents others were replaced, as their Provenance says it. */
    private List<String> replacedAndBy(String patient) {
        List<String> by = new ArrayList<>();
        Answers.pages(STRAND, loader, "Consent?patient=" + patient).forEach(entry -> {
            String consent = "Consent/" + entry.getResource().getIdElement().getIdPart();
            for (String receipt : Receipts.in(STRAND.get(loader, consent + "/$receipt"))) {
                Object replacement = Receipts.of(STRAND).claims(receipt).get("replaced_by");
                if (replacement != null) {
                    by.add(replacement.toString());
                    assertThat(total("Provenance?target=" + replacement + "&entity=" + consent))
                            .isEqualTo(1);
                }
            }
        });
        return by;
    }

    @Test
    void leavesOutAMemberOfATeamBetweenTwoTimesOfMembership() {
        CaseWorld world = new CaseWorld(
                STRAND,
                AccessCase.world(
                        "gap",
                        "the team is let in",
                        List.of(Map.of("permit", Map.of("purpose", "TREAT", "label", "R", "actor", "team")))));
        String team = world.item("team");
        String written = ("{'resourceType':'CareTeam','id':'" + team.replace("CareTeam/", "")
                        + "','status':'active','subject':{'reference':'" + world.item("patient") + "'},'participant':["
                        + member("sora", "'start':'2020-01-01','end':'2020-12-31'")
                        + "," + member("sora", "'start':'2990-01-01'") + "," + member("tom", "'start':'2020-01-01'")
                        + "]}")
                .replace('\'', '"');
        assertThat(STRAND.put(loader, team, written).statusCode()).isEqualTo(200);

        assertThat(STRAND.get(STRAND.token("tom"), world.item("density")).statusCode())
                .isEqualTo(200);
        assertThat(STRAND.get(STRAND.token("sora"), world.item("density")).statusCode())
                .isEqualTo(404);
    }

    private static String member(String persona, String period) {
        return "{'member':{'reference':'Practitioner/" + STRAND.id(persona) + "'},'period':{" + period + "}}";
    }

    private int total(String search) {
        return Answers.bundle(STRAND.get(loader, search + "&_total=accurate")).getTotal();
    }

    private void change(CaseWorld world, String from, String to) {
        String consent = world.consents().get(0);
        String written = STRAND.get(loader, consent).body();
        HttpResponse<String> answer = STRAND.put(
                loader, consent, written.replaceFirst("\"status\": ?\"" + from + "\"", "\"status\":\"" + to + "\""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
