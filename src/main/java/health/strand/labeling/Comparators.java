package health.strand.labeling;

import health.strand.access.DataClass;
import java.util.Comparator;
import java.util.List;

/** The order in which classes win when a resource could fall in several. */
final class Comparators {

    private static final List<DataClass> LEAST_FIRST = List.of(
            DataClass.CONFORMANCE,
            DataClass.REGISTRY,
            DataClass.ADMINISTRATION,
            DataClass.IDENTITY,
            DataClass.BILLING,
            DataClass.RESEARCH,
            DataClass.MARKETING,
            DataClass.PRIVACY,
            DataClass.CLINICAL,
            DataClass.SCALP_IMAGE,
            DataClass.FACE_IMAGE,
            DataClass.GENETIC,
            DataClass.AUDIT);

    static final Comparator<DataClass> MOST_GUARDED = Comparator.comparingInt(LEAST_FIRST::indexOf);

    private Comparators() {}
}
