package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What waits for the privacy officer, in numbers. */
class PrivacyDeskIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String DESK = "Task/$privacy-desk";

    private final String dara = STRAND.token("dara");

    private List<JsonNode> parts(String name, String query) {
        JsonNode answer = Answers.json(STRAND.get(dara, DESK + query));
        return StreamSupport.stream(answer.path("parameter").spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .toList();
    }

    private static Optional<JsonNode> value(JsonNode parameter, String name) {
        return StreamSupport.stream(parameter.path("part").spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst();
    }

    private static int number(JsonNode parameter, String name) {
        return value(parameter, name).orElseThrow().path("valueInteger").asInt();
    }

    private int[] rectifications() {
        return parts("tasks", "").stream()
                .filter(each -> value(each, "kind")
                        .orElseThrow()
                        .path("valueCode")
                        .asText()
                        .equals("rights-rectification"))
                .findFirst()
                .map(each -> new int[] {number(each, "open"), number(each, "overdue")})
                .orElse(new int[] {0, 0});
    }

    @Test
    void countsWhatWaitsAndWhatIsOverdue() {
        int[] before = rectifications();
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("desk", "a patient", List.of()));
        String late = stored(world.item("patient"), "2025-12-01", "requested");
        stored(world.item("patient"), LocalDate.now().toString(), "in-progress");
        stored(world.item("patient"), "2025-12-01", "completed");

        assertThat(rectifications()).containsExactly(before[0] + 2, before[1] + 1);

        String done = STRAND.get(STRAND.token("loader"), late).body().replace("\"requested\"", "\"completed\"");
        assertThat(STRAND.put(STRAND.token("loader"), late, done).statusCode()).isEqualTo(200);
        assertThat(rectifications()).containsExactly(before[0] + 1, before[1]);
    }

    @Test
    void listsWhatIsOverdueFirstAndThenByDayWithTheDaysThatAreLeft() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("clocks", "a patient", List.of()));
        LocalDate before = LocalDate.now().minusDays(5);
        String later = stored(world.item("patient"), LocalDate.now().toString(), "requested");
        String sooner = stored(world.item("patient"), before.toString(), "requested");
        String late = stored(world.item("patient"), "2025-11-30", "requested");

        List<JsonNode> clocks = parts("clock", "");
        List<String> tasks = clocks.stream()
                .map(each -> value(each, "task")
                        .orElseThrow()
                        .at("/valueReference/reference")
                        .asText())
                .toList();
        assertThat(tasks).containsSubsequence(late, sooner, later);
        assertThat(clocks)
                .extracting(each -> value(each, "overdue")
                        .orElseThrow()
                        .path("valueBoolean")
                        .asBoolean())
                .isSortedAccordingTo(Comparator.reverseOrder());

        JsonNode soon = clocks.get(tasks.indexOf(sooner));
        LocalDate last = before.plusMonths(1);
        assertThat(value(soon, "day").orElseThrow().path("valueDate").asText()).isEqualTo(last.toString());
        assertThat(number(soon, "days-left")).isEqualTo((int) ChronoUnit.DAYS.between(LocalDate.now(), last));
        assertThat(number(clocks.get(tasks.indexOf(late)), "days-left")).isNegative();
        assertThat(soon.toString()).doesNotContain(world.item("patient"));
    }

    /** Before, it was overdue as soon as its last day began. */
    @Test
    void isNotOverdueOnItsLastDay() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("last", "a patient", List.of()));
        String task = stored(world.item("patient"), LocalDate.now().toString(), "requested");
        String body = STRAND.get(STRAND.token("loader"), task).body();
        String due = LocalDate.now().plusMonths(1).toString();
        assertThat(STRAND.put(
                                STRAND.token("loader"),
                                task,
                                body.replace(due, LocalDate.now().toString()))
                        .statusCode())
                .isEqualTo(200);

        JsonNode clock = parts("clock", "").stream()
                .filter(each -> each.toString().contains(task))
                .findFirst()
                .orElseThrow();

        assertThat(number(clock, "days-left")).isZero();
        assertThat(value(clock, "overdue").orElseThrow().path("valueBoolean").asBoolean(true))
                .isFalse();
    }

    private static String stored(String patient, String made, String status) {
        String task = """
                {'resourceType':'Task','status':'%3$s','intent':'order','code':{'coding':[{
                'system':'https://strand.health/fhir/CodeSystem/task-kind','code':'rights-rectification'}]},
                'for':{'reference':'%1$s'},'authoredOn':'%2$s','requester':{'reference':'%1$s'}}
                """.formatted(patient, made, status).replace('\'', '"');
        var answer = STRAND.post(STRAND.token("loader"), "Task", task);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return "Task/" + Answers.json(answer).path("id").asText();
    }

    @Test
    void countsWhoIsRefusedWhat() {
        String since = "?since=" + Instant.now().toString();
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("refused", "a patient", List.of()));
        STRAND.get(STRAND.token("ito"), world.item("density"));
        STRAND.get(STRAND.token("ito"), world.item("study"));

        JsonNode count = parts("refusals", since).stream()
                .filter(each -> each.toString().contains("Practitioner/" + STRAND.id("ito")))
                .filter(each -> each.toString().contains("hidden"))
                .findFirst()
                .orElseThrow();
        assertThat(number(count, "times")).isGreaterThanOrEqualTo(2);
        assertThat(number(count, "patients")).isGreaterThanOrEqualTo(1);
        assertThat(parts("refusals", "?since=2999-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void isTheOfficersAlone() {
        for (String persona : List.of("sora", "rex", "mia", "ana", "kim")) {
            assertThat(STRAND.get(STRAND.token(persona), DESK).statusCode())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(STRAND.get(dara, DESK + "?since=yesterday").statusCode()).isEqualTo(400);
    }
}
