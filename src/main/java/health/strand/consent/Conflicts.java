package health.strand.consent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;

/**
 * Finds active consents of a patient that stand beside each other on one topic, where only one should (consent paper,
 * 3.2). All of them are evaluated and a denial wins; somebody has to settle what is meant.
 */
public final class Conflicts {

    private Conflicts() {}

    /** Each conflict as the consents it is between, in the order of their ids. */
    public static List<List<Consent>> among(List<Consent> active) {
        List<Consent> left = new ArrayList<>(active);
        left.sort(Comparator.comparing(each -> each.getIdElement().getIdPart()));
        List<List<Consent>> found = new ArrayList<>();
        while (!left.isEmpty()) {
            Consent first = left.remove(0);
            List<Consent> together = new ArrayList<>(List.of(first));
            left.stream().filter(other -> Topics.areOne(first, other)).forEach(together::add);
            left.removeAll(together);
            if (together.size() > 1 && !together.stream().allMatch(Conflicts::denies)) {
                found.add(List.copyOf(together));
            }
        }
        return found;
    }

    /** What two deny they agree on, whatever else they say. */
    private static boolean denies(Consent consent) {
        return consent.getProvision().getType() == ConsentProvisionType.DENY
                && consent.getProvision().getProvision().isEmpty();
    }
}
