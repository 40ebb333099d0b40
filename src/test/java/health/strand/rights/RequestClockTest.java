package health.strand.rights;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.jurisdiction.Jurisdiction;
import health.strand.jurisdiction.Jurisdictions;
import health.strand.profiles.CodeSystems;
import health.strand.validation.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By when a request must be answered. Today is 10 March 2026 in Berlin, half an hour old. */
class RequestClockTest {

    private static final Instant NOW = Instant.parse("2026-03-09T23:30:00Z");
    private static final String TODAY = "2026-03-10";

    private final RequestClock german = under("DE");
    private final RequestClock american = under("US-HIPAA");

    private static RequestClock under(String law) {
        return under(Jurisdictions.shipped(law));
    }

    private static RequestClock under(Jurisdiction law) {
        return new RequestClock(law, Clock.fixed(NOW, ZoneId.of("Europe/Berlin")));
    }

    private static Task request(String kind, String made) {
        Task task = new Task().setCode(new CodeableConcept(new Coding(CodeSystems.TASK_KIND, kind, null)));
        task.setAuthoredOnElement(new DateTimeType(made));
        return task;
    }

    private static Task due(String made, String due) {
        Task task = request("rights-access", made);
        task.getRestriction().getPeriod().setEndElement(new DateTimeType(due));
        return task;
    }

    private static Task because(Task task) {
        return task.setStatusReason(new CodeableConcept().setText("there are very many pictures"));
    }

    private static @Nullable String set(RequestClock clock, @Nullable Task before, Task written) {
        clock.set(before, written);
        return written.getRestriction().getPeriod().getEndElement().getValueAsString();
    }

    private static List<String> texts(RequestClock clock, @Nullable Task before, Task written) {
        return clock.problems(before, written).stream().map(Problem::text).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "DE, rights-access, 2026-03-10, 2026-04-10",
        "DE, rights-rectification, 2026-01-31, 2026-02-28",
        "DE, rights-erasure, 2026-03-08T23:30:00Z, 2026-04-09",
        "UK, rights-access, 2026-03-10, 2026-04-10",
        "TR, rights-access, 2026-03-10, 2026-04-09",
        "US-HIPAA, rights-access, 2026-03-10, 2026-04-09",
        "US-HIPAA, rights-rectification, 2026-03-10, 2026-05-09",
        "AE, rights-access, 2026-03-10, 2026-04-10",
    })
    void setsTheDayTheLawGivesFromTheDayItWasMade(String law, String kind, String made, String due) {
        Task task = request(kind, made);

        assertThat(set(under(law), null, task)).isEqualTo(due);
        assertThat(under(law).problems(null, task)).isEmpty();
    }

    @Test
    void keepsTheDayThatIsSaidOrWasSaidBefore() {
        assertThat(set(german, null, due(TODAY, "2026-03-20"))).isEqualTo("2026-03-20");
        assertThat(set(german, due(TODAY, "2026-03-20"), request("rights-access", TODAY)))
                .isEqualTo("2026-03-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"follow-up-scan", "rights-majority", "rights-emergency-review", "rights-consent-conflict"})
    void leavesOtherTasksAlone(String kind) {
        Task task = request(kind, "2026-03-11");

        assertThat(set(german, null, task)).isNull();
        assertThat(german.problems(null, task)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-10", "2026-04-10T23:59:59+02:00", "2026-03"})
    void takesADayWithinTheLaw(String due) {
        assertThat(texts(german, null, due(TODAY, due))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-11", "2026-04-11T00:00:01+02:00", "2026-04", "2026"})
    void refusesALaterDayAndNamesTheLaw(String due) {
        assertThat(german.problems(null, because(due(TODAY, due))))
                .containsExactly(new Problem(
                        "Task.restriction.period.end",
                        "hr-rights-3",
                        "it is due on 2026-04-10 at the latest (Germany, GDPR Art. 12(3))"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-10, true", "2026-03-10T00:30:00+01:00, true", "2026-03-11, false", "2027, false"})
    void isNotMadeInTheFuture(String made, boolean fine) {
        assertThat(german.problems(null, due(made, "2026-03-20")).isEmpty()).isEqualTo(fine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-08", "2026-03-10"})
    void staysOfTheDayItWasMadeOn(String made) {
        assertThat(german.problems(due("2026-03-09", "2026-03-20"), due(made, "2026-03-20")))
                .containsExactly(new Problem(
                        "Task.authoredOn", "hr-rights-2", "the day on which a request was made stays as it is"));
        assertThat(texts(german, due("2026-03-09", "2026-03-20"), due("2026-03-09T12:00:00Z", "2026-03-20")))
                .isEmpty();
    }

    @Test
    void isPutOffOnceWithAReasonAndNoFurtherThanTheLawAllows() {
        Task first = due("2026-02-10", "2026-03-10");

        assertThat(texts(german, first, because(due("2026-02-10", "2026-05-10"))))
                .as("the last day is not over")
                .isEmpty();
        assertThat(texts(german, first, due("2026-02-10", "2026-05-10")))
                .containsExactly("whoever puts it off says why (`statusReason`)");
        assertThat(texts(german, first, because(due("2026-02-10", "2026-05-11"))))
                .containsExactly("it is due on 2026-05-10 at the latest (Germany, GDPR Art. 12(3))");

        Task second = because(due("2026-02-10", "2026-04-10"));
        assertThat(texts(german, second, because(due("2026-02-10", "2026-05-10"))))
                .containsExactly("it was put off once, and stays as it is");
        assertThat(texts(german, second, because(due("2026-02-10", "2026-03-01"))))
                .containsExactly("it was put off once, and stays as it is");
        assertThat(texts(german, second, because(due("2026-02-10", "2026-04-10"))))
                .isEmpty();
    }

    @Test
    void isNotPutOffWhenItsTimeIsOver() {
        assertThat(texts(german, due("2026-02-09", "2026-03-09"), because(due("2026-02-09", "2026-04-09"))))
                .containsExactly("it could be put off until 2026-03-09 (Germany, GDPR Art. 12(3))");
    }

    @Test
    void isMovedFreelyWithinTheLaw() {
        assertThat(texts(german, due(TODAY, "2026-03-12"), due(TODAY, "2026-04-10")))
                .isEmpty();
        assertThat(texts(german, due(TODAY, "2026-04-10"), due(TODAY, "2026-03-12")))
                .isEmpty();
    }

    @Test
    void countsDaysWhereTheLawCountsDays() {
        assertThat(texts(american, due(TODAY, "2026-04-09"), because(due(TODAY, "2026-05-09"))))
                .isEmpty();
        assertThat(texts(american, due(TODAY, "2026-04-09"), because(due(TODAY, "2026-05-10"))))
                .containsExactly("it is due on 2026-05-09 at the latest (United States, 45 CFR 164.524(b)(2))");
    }

    @Test
    void isNotPutOffWhereNoLawIsKnownThatAllowsIt() {
        assertThat(texts(under("TR"), due(TODAY, "2026-04-09"), because(due(TODAY, "2026-04-10"))))
                .containsExactly("it is due on 2026-04-09 at the latest (Türkiye, KVKK Art. 13(2)); no law of Türkiye"
                        + " is known by which it may be put off");
    }

    @Test
    void leavesTheDayToTheClinicWhereNoLawIsKnown() {
        assertThat(texts(under("AE"), null, due(TODAY, "2027-01-01"))).isEmpty();
    }

    @Test
    void isOfARequestThatWasSomethingElseBefore() {
        assertThat(texts(german, request("follow-up-scan", TODAY), because(due(TODAY, "2026-04-11"))))
                .hasSize(1);
    }
}
