package health.strand.consent;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.ActorCriterion;
import health.strand.access.ConsentDirective;
import health.strand.access.Effect;
import health.strand.access.PatientId;
import health.strand.access.Provision;
import health.strand.access.Readability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentLimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

    private static ConsentDirective consent(int number, Provision... nested) {
        return new ConsentDirective(
                "Consent/" + number,
                "1",
                new PatientId("ana"),
                false,
                Provision.of(Effect.PERMIT).withProvisions(nested),
                Readability.READABLE);
    }

    private static ConsentDirective of(int provisions, IntFunction<Provision> each) {
        return consent(0, IntStream.range(0, provisions).mapToObj(each).toArray(Provision[]::new));
    }

    private static List<String> said(List<ConsentDirective> active) {
        return ConsentLimits.problems(active, NOW).stream()
                .map(ConsentProblem::text)
                .toList();
    }

    private static Provision ending(int days) {
        return Provision.of(Effect.DENY).withPeriod(null, NOW.plus(Duration.ofDays(days)));
    }

    @Test
    void takesTwoHundredConsentsAndNoMore() {
        assertThat(said(IntStream.range(0, 200).mapToObj(n -> consent(n)).toList()))
                .isEmpty();
        assertThat(said(IntStream.range(0, 201).mapToObj(n -> consent(n)).toList()))
                .containsExactly("a patient has at most 200 active consents");
    }

    @Test
    void countsTheProvisionsOfAllConsentsTogether() {
        ConsentDirective half = of(124, n -> Provision.of(Effect.DENY));

        assertThat(said(List.of(half, half))).isEmpty();
        assertThat(said(List.of(half, half, consent(3))))
                .containsExactly("a patient's active consents have at most 250 provisions in all");
    }

    @Test
    void countsEverybodyNamedOnce() {
        IntFunction<Provision> namingFive = n -> Provision.of(Effect.DENY)
                .withActors(IntStream.range(5 * n, 5 * n + 5)
                        .mapToObj(each -> ActorCriterion.of("Practitioner/" + each))
                        .toArray(ActorCriterion[]::new));

        assertThat(said(List.of(of(50, namingFive), of(50, namingFive)))).isEmpty();
        assertThat(said(List.of(of(51, namingFive))))
                .containsExactly("a patient's active consents name at most 250 actors in all");
    }

    @Test
    void countsTimesToComeAndNotThosePast() {
        assertThat(said(List.of(of(98, n -> ending(n + 1))))).isEmpty();
        assertThat(said(List.of(of(200, n -> ending(-n))))).isEmpty();
        assertThat(said(List.of(of(101, n -> ending(n + 1)))))
                .contains("the periods of a patient's active consents begin and end at no more than 100 different times"
                        + " to come");
    }

    @Test
    void weighsProvisionsByTheTimesBetweenWhichTheyAreAsked() {
        List<ConsentDirective> fits = List.of(of(39, n -> ending(n + 1)), of(208, n -> Provision.of(Effect.DENY)));
        List<ConsentDirective> large = List.of(of(40, n -> ending(n + 1)), of(208, n -> Provision.of(Effect.DENY)));

        assertThat(said(fits)).isEmpty();
        assertThat(said(large)).hasSize(1).first().asString().contains("their product is at most 10000");
    }

    private static Consent written(ConsentState status, int provisions) {
        Consent consent = new Consent().setStatus(status);
        IntStream.range(1, provisions).forEach(n -> consent.getProvision().addProvision());
        return consent;
    }

    @ParameterizedTest
    @EnumSource(
            value = ConsentState.class,
            names = {"DRAFT", "PROPOSED", "ACTIVE", "REJECTED", "INACTIVE", "ENTEREDINERROR"})
    void takesNoNewConsentOfMoreProvisionsWhateverItsStatus(ConsentState status) {
        Consent large = written(status, 251);
        large.setId("Consent/said-by-a-client");

        assertThat(ConsentLimits.tooLarge(written(status, 250))).isEmpty();
        assertThat(ConsentLimits.tooLarge(large)).hasSize(1);
    }

    @Test
    void takesTheEndOfALargeOneThatIsStoredAsItIs() {
        Consent stored = written(ConsentState.ACTIVE, 300);

        assertThat(ConsentLimits.tooLarge(stored, written(ConsentState.INACTIVE, 300)))
                .isEmpty();
        assertThat(ConsentLimits.tooLarge(stored, written(ConsentState.ENTEREDINERROR, 299)))
                .isEmpty();
        assertThat(ConsentLimits.tooLarge(stored, written(ConsentState.INACTIVE, 301)))
                .hasSize(1);
        assertThat(ConsentLimits.tooLarge(stored, written(ConsentState.ACTIVE, 300)))
                .hasSize(1);
        assertThat(ConsentLimits.tooLarge(written(ConsentState.ACTIVE, 3), written(ConsentState.INACTIVE, 250)))
                .isEmpty();
    }

    @Test
    void leavesOnlyLargeEndsToWhatIsStored() {
        assertThat(ConsentLimits.mayBeAsLargeAsStored(written(ConsentState.INACTIVE, 251)))
                .isTrue();
        assertThat(ConsentLimits.mayBeAsLargeAsStored(written(ConsentState.INACTIVE, 250)))
                .isFalse();
        assertThat(ConsentLimits.mayBeAsLargeAsStored(written(ConsentState.ACTIVE, 251)))
                .isFalse();
    }
}
