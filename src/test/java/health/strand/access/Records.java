package health.strand.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ana's record for tests, and ways to change single facts of it. */
final class Records {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Records() {}

    static ResourceFacts density() {
        return fact("Observation/density", DataClass.CLINICAL, Confidentiality.NORMAL);
    }

    static ResourceFacts study() {
        return fact("ImagingStudy/scalp", DataClass.SCALP_IMAGE, Confidentiality.RESTRICTED);
    }

    static ResourceFacts marker() {
        return fact("Observation/marker", DataClass.GENETIC, Confidentiality.RESTRICTED, "GDIS");
    }

    static ResourceFacts consent() {
        return fact("Consent/care", DataClass.PRIVACY, Confidentiality.NORMAL);
    }

    static ResourceFacts fact(
            String reference, DataClass dataClass, Confidentiality confidentiality, String... sensitivities) {
        return new ResourceFacts(
                reference,
                Set.of(Readers.ANA),
                dataClass,
                confidentiality,
                Set.of(sensitivities),
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                Instant.parse("2026-01-15T10:00:00Z"),
                Set.of(),
                Set.of());
    }

    static ResourceFacts of(ResourceFacts facts, PatientId... patients) {
        return FactsDraft.with(facts, draft -> draft.patients = Set.of(patients));
    }

    static ResourceFacts withheld(ResourceFacts facts, Instant until) {
        return FactsDraft.with(facts, draft -> draft.withheldFromPatientUntil = until);
    }

    static ResourceFacts performed(ResourceFacts facts, String... performers) {
        return FactsDraft.with(facts, draft -> draft.performers = Set.of(performers));
    }

    static ResourceFacts dated(
            ResourceFacts facts, @Nullable Span clinical, @Nullable Instant recorded, Instant created) {
        return FactsDraft.with(facts, draft -> {
            draft.clinicalTime = clinical;
            draft.recordedTime = recorded;
            draft.created = created;
        });
    }

    /** The same with these profiles, codes, content, references and authors. */
    static ResourceFacts saying(
            ResourceFacts facts,
            Set<String> profiles,
            Set<String> codes,
            Set<String> contentIds,
            Set<String> refersTo,
            Set<String> authors) {
        return FactsDraft.with(facts, draft -> {
            draft.profiles = profiles;
            draft.codes = codes;
            draft.contentIds = contentIds;
            draft.refersTo = refersTo;
            draft.authors = authors;
        });
    }
}
