package health.strand.access;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Whether provisions speak of a question: every element must match, and of one element any value (rules E1, C6). */
record ProvisionMatch(Question question, Hearer hearer) {

    ProvisionMatch(Question question) {
        this(question, new Hearer(question.reader(), question.at()));
    }

    boolean matches(EffectiveProvision provision) {
        return concerns(provision) && coversLabels(provision) && coversData(provision);
    }

    /** Whether it speaks of this reader, purpose, action and time, whatever the data. */
    boolean concerns(EffectiveProvision provision) {
        return hearer.isMeantBy(provision) && namesAction(provision.actions());
    }

    /**
     * Whether a permit that names data speaks of this sort of data at all, so that what it does not cover is left out
     * (rule E4). Genetics and the rest are two sorts: without that, a consent about one would forbid the other.
     */
    boolean isOfItsSort(EffectiveProvision permit) {
        return question.isGated() ? namesGatedCode(permit) : !namesGatedOnly(permit);
    }

    private boolean namesAction(Set<Action> actions) {
        return actions.isEmpty() || actions.contains(question.action());
    }

    private boolean coversLabels(EffectiveProvision provision) {
        return switch (provision.type()) {
            case PERMIT -> (!question.isGated() || namesGatedCode(provision)) && bearsLabel(provision);
            case DENY -> bearsLabel(provision);
        };
    }

    private boolean bearsLabel(EffectiveProvision provision) {
        if (!provision.hasLabels()) {
            return true;
        }
        Matter matter = question.matter();
        for (Confidentiality level : provision.confidentialities()) {
            if (reaches(level, provision.type(), matter.confidentiality())) {
                return true;
            }
        }
        return !Collections.disjoint(provision.sensitivities(), matter.sensitivities());
    }

    private static boolean reaches(Confidentiality level, Effect type, Confidentiality actual) {
        return switch (type) {
            case PERMIT -> actual.compareTo(level) <= 0;
            case DENY -> actual.compareTo(level) >= 0;
        };
    }

    private boolean coversData(EffectiveProvision provision) {
        DataCriterion period = provision.dataPeriod();
        return meetsAny(provision.classes(), provision.type())
                && meetsAny(provision.codes(), provision.type())
                && (period == null || question.matter().meets(period))
                && meetsAny(provision.data(), provision.type());
    }

    private boolean meetsAny(List<DataCriterion> criteria, Effect type) {
        for (DataCriterion criterion : criteria) {
            if (question.matter().meets(criterion.in(type))) {
                return true;
            }
        }
        return criteria.isEmpty();
    }

    private boolean namesGatedCode(EffectiveProvision provision) {
        return !Collections.disjoint(provision.sensitivities(), question.gatedCodes());
    }

    private boolean namesGatedOnly(EffectiveProvision provision) {
        return provision.hasLabels()
                && provision.confidentialities().isEmpty()
                && question.gate().containsAll(provision.sensitivities());
    }
}
