package health.strand.visibility;

import health.strand.access.Confidentiality;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import java.util.Set;
import java.util.TreeSet;

/** What of a class most of it is like: labelled as the server labels it, and in no consent's single words. */
final class TypicalCell {

    private static final Set<String> GENETIC = Set.of("GDIS");

    private TypicalCell() {}

    static Cell of(PatientId patient, DataClass dataClass) {
        Confidentiality confidentiality = switch (dataClass) {
            case GENETIC, SCALP_IMAGE, FACE_IMAGE -> Confidentiality.RESTRICTED;
            case REGISTRY,
                    IDENTITY,
                    ADMINISTRATION,
                    BILLING,
                    CLINICAL,
                    PRIVACY,
                    AUDIT,
                    MARKETING,
                    RESEARCH,
                    CONFORMANCE -> Confidentiality.NORMAL;
        };
        Set<String> sensitivities = dataClass == DataClass.GENETIC ? GENETIC : Set.of();
        return new Cell(
                dataClass.number(),
                Set.of(patient),
                dataClass,
                new Traits(confidentiality, new TreeSet<>(sensitivities), new TreeSet<>(), null, new TreeSet<>()));
    }
}
