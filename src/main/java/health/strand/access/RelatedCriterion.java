package health.strand.access;

import java.util.Set;
import java.util.TreeSet;

/**
 * One resource and those it refers to. For a target that stands for a piece of care, such as an encounter, it is also
 * those that refer to it, for there the codes {@code related} and {@code dependents} mean the same (rule C2).
 *
 * @param refersTo what the resource refers to, in all its versions
 */
public record RelatedCriterion(String reference, Set<String> refersTo) implements DataCriterion {

    private static final Set<String> BOTH_WAYS =
            Set.of("Encounter/", "CarePlan/", "EpisodeOfCare/", "ServiceRequest/", "ImagingStudy/");

    public RelatedCriterion {
        refersTo = Set.copyOf(refersTo);
    }

    @Override
    public boolean isMetBy(ResourceFacts facts) {
        return facts.isOrCarries(reference)
                || refersTo.contains(facts.reference())
                || (goesBothWays(reference) && facts.refersTo().contains(reference));
    }

    /** Whether for this target both codes mean both directions; then this criterion is used for either. */
    public static boolean goesBothWays(String reference) {
        return BOTH_WAYS.stream().anyMatch(reference::startsWith);
    }

    @Override
    public String key() {
        // lengths, so that no reference can pass for two
        StringBuilder key = new StringBuilder("related ");
        append(key, reference);
        new TreeSet<>(refersTo).forEach(each -> append(key, each));
        return key.toString();
    }

    private static void append(StringBuilder key, String reference) {
        key.append(reference.length()).append(':').append(reference);
    }
}
