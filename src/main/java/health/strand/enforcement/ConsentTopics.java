package health.strand.enforcement;

import health.strand.access.PurposeOfUse;
import java.util.Map;
import java.util.Optional;

/** Which kind of consent a patient is asked for, for a purpose: codes of our code system of kinds. */
final class ConsentTopics {

    private static final Map<PurposeOfUse, String> BY_PURPOSE = Map.of(
            PurposeOfUse.TREAT, "imaging",
            PurposeOfUse.ETREAT, "imaging",
            PurposeOfUse.COC, "imaging",
            PurposeOfUse.HRESCH, "research",
            PurposeOfUse.CLINTRCH, "research",
            PurposeOfUse.HMARKT, "marketing",
            PurposeOfUse.TRAIN, "teaching",
            PurposeOfUse.MLTRAINING, "machine-learning");

    private ConsentTopics() {}

    /** Empty for a purpose that no kind is made for. */
    static Optional<String> of(PurposeOfUse purpose) {
        return Optional.ofNullable(BY_PURPOSE.get(purpose));
    }
}
