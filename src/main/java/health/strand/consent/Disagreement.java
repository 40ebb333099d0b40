package health.strand.consent;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;

/**
 * Two who act for one patient and do not agree on something no treatment hangs on. Both consents stay, and the denial wins:
 * neither outvotes the other by deciding later (consent paper, 3.2).
 */
public final class Disagreement {

    private Disagreement() {}

    /** Whether a denial stands beside what somebody else decides later. */
    public static boolean outlasts(Consent earlier, Consent later) {
        return earlier.getProvision().getType() == ConsentProvisionType.DENY
                && Lapse.canCome(earlier)
                && Lapse.canCome(later)
                && Collections.disjoint(performers(earlier), performers(later));
    }

    private static Set<String> performers(Consent consent) {
        return consent.getPerformer().stream()
                .flatMap(each -> ReferenceText.of(each).stream())
                .collect(Collectors.toSet());
    }
}
