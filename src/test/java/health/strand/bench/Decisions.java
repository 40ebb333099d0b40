package health.strand.bench;

import health.strand.access.Action;
import health.strand.access.ActorCriterion;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.Confidentiality;
import health.strand.access.ConsentDirective;
import health.strand.access.DataClass;
import health.strand.access.Effect;
import health.strand.access.ImplicitPolicy;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures the engine alone: one decision in which many consents have a word. */
final class Decisions {

    private static final int WARM = 40_000;
    private static final int MEASURED = 20_000;
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final PatientId PATIENT = new PatientId("ana");

    private Decisions() {}

    /** In microseconds. */
    static Sample micros(int consents) {
        PolicyDecisionPoint decisions = new PolicyDecisionPoint(ImplicitPolicy.shipped(), Set.of("GDIS"), true);
        List<ConsentDirective> directives = directives(consents);
        Reader reader = reader();
        ResourceFacts facts = facts();
        List<Double> micros = new ArrayList<>();
        int permitted = 0;
        for (int turn = 0; turn < WARM + MEASURED; turn++) {
            long begun = System.nanoTime();
            permitted += decisions
                            .decide(reader, facts, Action.ACCESS, directives, NOW)
                            .permits()
                    ? 1
                    : 0;
            if (turn >= WARM) {
                micros.add((System.nanoTime() - begun) / 1e3);
            }
        }
        if (permitted != WARM + MEASURED) {
            throw new IllegalStateException("the clinician is permitted");
        }
        return Sample.of(micros);
    }

    /** As clinics write them: a purpose, an actor, a label, a period, and an exception nested in every third. */
    private static List<ConsentDirective> directives(int count) {
        List<ConsentDirective> all = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Provision root = Provision.of(Effect.PERMIT)
                    .withPeriod(NOW.minusSeconds(86_400L * (number + 1)), null)
                    .withPurposes(number % 2 == 0 ? PurposeOfUse.TREAT : PurposeOfUse.HRESCH)
                    .withActors(ActorCriterion.of(number % 4 == 0 ? "Practitioner/sora" : "Organization/" + number))
                    .withConfidentialities(Confidentiality.RESTRICTED);
            if (number % 3 == 0) {
                root = root.withProvisions(Provision.of(Effect.DENY).withClasses("ImagingStudy"));
            }
            all.add(new ConsentDirective("Consent/" + number, "1", PATIENT, false, root, Readability.READABLE));
        }
        return all;
    }

    private static Reader reader() {
        return new Reader(
                ReaderKind.STAFF,
                "Practitioner/sora",
                Set.of(ClinicRole.SURGEON),
                ClientRole.OWN,
                PurposeOfUse.TREAT,
                Set.of("Practitioner/sora", "PractitionerRole/sora", "Organization/clinic"),
                Map.of(PATIENT, Relation.TREATING));
    }

    private static ResourceFacts facts() {
        return new ResourceFacts(
                "Observation/density",
                Set.of(PATIENT),
                DataClass.CLINICAL,
                Confidentiality.NORMAL,
                Set.of(),
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
}
