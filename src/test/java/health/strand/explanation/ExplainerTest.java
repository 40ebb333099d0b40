package health.strand.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.AccessPolicy;
import health.strand.access.Action;
import health.strand.access.ActorCriterion;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.Confidentiality;
import health.strand.access.ConsentDirective;
import health.strand.access.DataClass;
import health.strand.access.Effect;
import health.strand.access.ImplicitPolicy;
import health.strand.access.Matter;
import health.strand.access.PatientId;
import health.strand.access.PolicyDecisionPoint;
import health.strand.access.Provision;
import health.strand.access.PurposeOfUse;
import health.strand.access.Readability;
import health.strand.access.Reader;
import health.strand.access.ReaderKind;
import health.strand.access.Relation;
import health.strand.access.ResourceFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    private static final PatientId ANA = new PatientId("ana");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final PolicyDecisionPoint engine = new PolicyDecisionPoint(ImplicitPolicy.shipped(), Set.of("GDIS"), true);
    private final Decisions decisions = new Decisions(
            new AccessPolicy(),
            each -> engine.decide(each.reader(), each.matter(), each.action(), each.consents(), each.at()));
    private final Explainer explainer = new Explainer(decisions, engine::gatedCodes);

    private static Reader staff(String id, ClinicRole role, boolean treating) {
        return new Reader(
                ReaderKind.STAFF,
                id,
                Set.of(role),
                ClientRole.OWN,
                role.purpose(),
                Set.of(id),
                treating ? Map.of(ANA, Relation.TREATING) : Map.of());
    }

    private static Matter fact(DataClass dataClass, Confidentiality confidentiality, String... codes) {
        return new ResourceFacts(
                "Observation/x",
                Set.of(ANA),
                dataClass,
                confidentiality,
                Set.of(codes),
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                NOW,
                Set.of(),
                Set.of());
    }

    private static final Matter DENSITY = fact(DataClass.CLINICAL, Confidentiality.NORMAL);
    private static final Matter MARKER = fact(DataClass.GENETIC, Confidentiality.RESTRICTED, "GDIS");

    private static ConsentDirective consent(String id, Provision root) {
        return new ConsentDirective("Consent/" + id, "1", ANA, false, root, Readability.READABLE);
    }

    private Explanation explain(Reader reader, Matter matter, ConsentDirective... consents) {
        Inquiry inquiry = new Inquiry(reader, "", true, matter, Action.ACCESS, List.of(consents), NOW);
        return explainer.explain(inquiry, inquiry::at, new TreeSet<>());
    }

    private static List<String> said(Explanation explanation) {
        return explanation.counterfactuals().stream().map(Words::of).toList();
    }

    @Test
    void namesTheGatedCodeThatAConsentWouldHaveToName() {
        Explanation explanation = explain(staff("Practitioner/sora", ClinicRole.SURGEON, true), MARKER);

        assertThat(explanation.effect()).isEqualTo(Effect.DENY);
        assertThat(explanation.decisive().rule()).isEqualTo(Rule.BASE_POLICY);
        assertThat(explanation.gated()).containsExactly("GDIS");
        assertThat(said(explanation)).containsExactly("Could be seen if a consent permitted GDIS by name for TREAT.");
    }

    @Test
    void findsThatTreatmentOrANamingConsentWouldOpenARecord() {
        Explanation explanation = explain(staff("Practitioner/ito", ClinicRole.DERMATOLOGIST, false), DENSITY);

        assertThat(said(explanation))
                .containsExactly(
                        "Could be seen if a consent that names the reader permitted such data for TREAT.",
                        "Could be seen if the reader treated the patient.");
    }

    @Test
    void saysWhichConsentWouldHaveToBeWithdrawn() {
        Explanation explanation = explain(
                staff("Practitioner/tom", ClinicRole.TECHNICIAN, true),
                DENSITY,
                consent("a", Provision.of(Effect.DENY).withActors(ActorCriterion.of("Practitioner/tom"))),
                consent("b", Provision.of(Effect.PERMIT).withPurposes(PurposeOfUse.TREAT)));

        assertThat(explanation.decisive().rule()).isEqualTo(Rule.CONSENT_DENIES);
        assertThat(explanation.consents())
                .extracting(each -> each.consent() + " " + each.votes().get(0).effect())
                .containsExactly("Consent/a DENY", "Consent/b PERMIT");
        assertThat(said(explanation)).containsExactly("Could be seen if Consent/a were withdrawn.");
    }

    @Test
    void namesChangesThatOnlyTogetherTurnTheAnswer() {
        Explanation explanation = explain(
                staff("Practitioner/tom", ClinicRole.TECHNICIAN, true),
                DENSITY,
                consent("a", Provision.of(Effect.DENY)),
                consent("b", Provision.of(Effect.DENY)));

        assertThat(said(explanation))
                .containsExactly("Could be seen if Consent/a were withdrawn and Consent/b were withdrawn.");
    }

    @Test
    void saysWhatWouldShutWhatIsOpen() {
        Explanation explanation = explain(staff("Practitioner/sora", ClinicRole.SURGEON, true), DENSITY);

        assertThat(explanation.effect()).isEqualTo(Effect.PERMIT);
        assertThat(said(explanation))
                .containsExactly(
                        "Could not be seen if the reader no longer treated the patient.",
                        "Could not be seen if the reader were no longer surgeon.",
                        "Could not be seen if a consent denied it to the reader for TREAT.");
    }

    @Test
    void saysThatGeneticDataTakesAStrongLogIn() {
        Explanation explanation = explain(
                staff("Practitioner/sora", ClinicRole.SURGEON, true),
                MARKER,
                consent("a", Provision.of(Effect.PERMIT).withSensitivities("GDIS")));

        assertThat(explanation.effect()).isEqualTo(Effect.PERMIT);
        assertThat(said(explanation))
                .contains(
                        "Could not be seen if Consent/a were withdrawn.",
                        "Could not be seen if the reader signed in by a password only.");
    }

    @Test
    void promisesNothingToARoleThatNoConsentOpens() {
        Explanation explanation = explain(staff("Practitioner/rex", ClinicRole.RECEPTION, false), DENSITY);

        assertThat(explanation.decisive().rule()).isEqualTo(Rule.ROLE);
        assertThat(explanation.counterfactuals()).isEmpty();
    }

    @Test
    void saysThatABookingWouldOpenWhatTheDeskReads() {
        Matter identity = fact(DataClass.IDENTITY, Confidentiality.NORMAL);
        Reader stranger = staff("Practitioner/rex", ClinicRole.RECEPTION, false);
        Reader knowing = new Reader(
                ReaderKind.STAFF,
                "Practitioner/rex",
                Set.of(ClinicRole.RECEPTION),
                ClientRole.OWN,
                PurposeOfUse.PATADMIN,
                Set.of("Practitioner/rex"),
                Map.of(ANA, Relation.BOOKED));

        assertThat(said(explain(stranger, identity))).contains("Could be seen if the patient were booked at the desk.");
        assertThat(said(explain(knowing, identity)))
                .contains("Could not be seen if no visit of the patient were near.");
    }

    @Test
    void listsEveryRuleInItsOrderAndOneThatDecides() {
        Explanation explanation = explain(
                staff("Practitioner/tom", ClinicRole.TECHNICIAN, true),
                DENSITY,
                consent("a", Provision.of(Effect.DENY)));

        assertThat(explanation.steps()).extracting(StepWord::rule).containsExactly(Rule.values());
        assertThat(explanation.steps()).filteredOn(StepWord::decides).hasSize(1);
        assertThat(explanation.steps())
                .filteredOn(step -> step.rule() == Rule.BASE_POLICY)
                .extracting(StepWord::said)
                .containsExactly(StepWord.Said.NOT_ASKED);
    }

    @Test
    void findsWhenTheAnswerBecomesAnother() {
        Instant end = NOW.plusSeconds(3_600);
        Inquiry inquiry = new Inquiry(
                staff("Practitioner/tom", ClinicRole.TECHNICIAN, true),
                "",
                true,
                DENSITY,
                Action.ACCESS,
                List.of(consent("a", Provision.of(Effect.DENY).withPeriod(null, end))),
                NOW);
        Explanation explanation =
                explainer.explain(inquiry, inquiry::at, new TreeSet<>(Set.of(NOW.plusSeconds(60), end)));

        assertThat(explanation.until()).isEqualTo(end);
    }

    /** Whatever is said would turn it, does. */
    @Test
    void saysNothingThatTheEngineDoesNotConfirm() {
        for (ClinicRole role : ClinicRole.values()) {
            for (Matter matter : List.of(DENSITY, MARKER)) {
                for (boolean treating : new boolean[] {true, false}) {
                    Explanation explanation = explain(
                            staff("Practitioner/x", role, treating),
                            matter,
                            consent("a", Provision.of(Effect.DENY).withPurposes(PurposeOfUse.TREAT)));
                    for (Counterfactual each : explanation.counterfactuals()) {
                        Inquiry changed = explanation.inquiry();
                        for (Change change : each.changes()) {
                            changed = change.made().apply(changed);
                        }
                        assertThat(decisions.permits(changed)).isNotEqualTo(explanation.effect() == Effect.PERMIT);
                    }
                }
            }
        }
    }
}
