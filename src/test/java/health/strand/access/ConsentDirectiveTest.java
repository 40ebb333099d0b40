package health.strand.access;

import static health.strand.access.DecisionAsserts.consent;
import static health.strand.access.DecisionAsserts.deny;
import static health.strand.access.DecisionAsserts.permit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsentDirectiveTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void namesEveryConditionAsEachProvisionMakesIt() {
        ConsentDirective directive = consent(permit().withClasses("Media")
                .withCodes("s|1")
                .withDataPeriod(JANUARY, null)
                .withData(new InstanceCriterion("Media/x"))
                .withProvisions(deny().withCodes("s|2"), deny().withProvisions(deny().withDataPeriod(null, APRIL))));
        assertThat(directive.criteria())
                .containsExactlyInAnyOrder(
                        new ClassCriterion("Media", Effect.PERMIT),
                        new ClassCriterion("Media", Effect.DENY),
                        new CodeCriterion("s|1"),
                        new CodeCriterion("s|2"),
                        new PeriodCriterion(new Span(JANUARY, null), Effect.PERMIT),
                        new PeriodCriterion(new Span(JANUARY, null), Effect.DENY),
                        new PeriodCriterion(new Span(null, APRIL), Effect.DENY),
                        new InstanceCriterion("Media/x"));
        assertThat(consent(permit()).criteria()).isEmpty();
    }

    @Test
    void namesEveryActor() {
        ConsentDirective directive = consent(permit().withActors(ActorCriterion.of("Organization/o"))
                .withProvisions(deny().withActors(new ActorCriterion("Practitioner/x", Set.of("urn:npi|1"), false))));
        assertThat(directive.actorReferences())
                .containsExactlyInAnyOrder("Organization/o", "Practitioner/x", "urn:npi|1");
    }

    @Test
    void tellsWhetherItSpeaksOfEmergencies() {
        ConsentDirective byName = consent(permit().withProvisions(deny().withPurposes(PurposeOfUse.BTG)));
        ConsentDirective inherited =
                consent(permit().withPurposes(PurposeOfUse.BTG).withProvisions(deny(), permit()));
        ConsentDirective byCategory =
                new ConsentDirective("Consent/1", "1", Readers.ANA, true, permit(), Readability.READABLE);

        assertThat(List.of(byName, inherited, byCategory)).allMatch(ConsentDirective::speaksOfEmergencies);
        assertThat(List.of(
                        consent(deny()),
                        consent(permit().withPurposes(PurposeOfUse.BTG)),
                        consent(permit().withPurposes(PurposeOfUse.BTG)
                                .withProvisions(deny().withPurposes(PurposeOfUse.TREAT)))))
                .noneMatch(ConsentDirective::speaksOfEmergencies);
    }

    @Test
    void namesEveryInstantAtWhichItsWordCanChange() {
        ConsentDirective directive = consent(permit().withPeriod(JANUARY, null)
                .withDataPeriod(null, JULY.plusSeconds(1))
                .withProvisions(deny().withPeriod(APRIL, JULY), deny().withPeriod(null, JULY)));
        assertThat(directive.boundaries()).containsExactly(JANUARY, APRIL, JULY);
        assertThat(consent(permit()).boundaries()).isEmpty();
    }

    @Test
    void countsTheRootAndAllBelowIt() {
        assertThat(consent(permit()).provisions()).isEqualTo(1);
        assertThat(consent(permit().withProvisions(deny(), deny().withProvisions(permit(), deny())))
                        .provisions())
                .isEqualTo(5);
    }

    @Test
    void deniesEmergenciesTooWhenItCannotBeReadAndDenies() {
        ConsentDirective denying = ConsentDirective.unreadable("Consent/x", "3", Readers.ANA, true);
        assertThat(denying)
                .isEqualTo(new ConsentDirective(
                        "Consent/x", "3", Readers.ANA, true, deny(), Readability.UNREADABLE_DENYING));
        ConsentDirective permitting = ConsentDirective.unreadable("Consent/x", "3", Readers.ANA, false);
        assertThat(permitting)
                .isEqualTo(new ConsentDirective(
                        "Consent/x", "3", Readers.ANA, false, permit(), Readability.UNREADABLE_PERMITTING));
    }

    @Test
    void copiesWhatItIsGiven() {
        Provision full = permit().withPeriod(JANUARY, APRIL)
                .withActors(ActorCriterion.of("Practitioner/x"))
                .withPurposes(PurposeOfUse.TREAT)
                .withActions(Action.ACCESS)
                .withConfidentialities(Confidentiality.NORMAL)
                .withSensitivities("GDIS")
                .withClasses("Media")
                .withCodes("s|1")
                .withDataPeriod(APRIL, JULY)
                .withData(new InstanceCriterion("Media/x"))
                .withProvisions(deny());
        assertThat(full)
                .isEqualTo(new Provision(
                        Effect.PERMIT,
                        new Span(JANUARY, APRIL),
                        List.of(ActorCriterion.of("Practitioner/x")),
                        Set.of(PurposeOfUse.TREAT),
                        Set.of(Action.ACCESS),
                        Set.of(Confidentiality.NORMAL),
                        Set.of("GDIS"),
                        List.of(new ClassCriterion("Media", Effect.PERMIT)),
                        List.of(new CodeCriterion("s|1")),
                        new Span(APRIL, JULY),
                        List.of(new InstanceCriterion("Media/x")),
                        List.of(deny())));
    }
}
