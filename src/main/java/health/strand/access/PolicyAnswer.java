package health.strand.access;

import java.util.Collections;

/** What the base policy comes to when no consent has spoken (step 9). */
record PolicyAnswer(Ruling ruling, Why why) {

    /** It never opens gated data, except to those who were asked to make it. */
    static PolicyAnswer of(ImplicitRight right, Reader reader, Matter matter, boolean gated) {
        return switch (right) {
            case PERMIT -> ungated(gated, Ruling.PERMIT, openedBy(matter.dataClass()));
            case MINIMUM -> ungated(gated, Ruling.PERMIT_MINIMUM, Why.ROLE_READS_MINIMUM);
            case OWN_ITEMS ->
                Collections.disjoint(matter.performers(), reader.actors())
                        ? new PolicyAnswer(Ruling.DENY, Why.NOT_OWN_ITEM)
                        : new PolicyAnswer(Ruling.PERMIT, Why.OWN_ITEM);
            case OPT_IN -> new PolicyAnswer(Ruling.DENY, Why.NEEDS_PERMIT);
            case NEVER -> new PolicyAnswer(Ruling.DENY, Why.ROLE_NEVER_READS_CLASS);
        };
    }

    private static PolicyAnswer ungated(boolean gated, Ruling ruling, Why why) {
        return gated ? new PolicyAnswer(Ruling.DENY, Why.NEEDS_PERMIT) : new PolicyAnswer(ruling, why);
    }

    private static Why openedBy(DataClass dataClass) {
        return dataClass.aboutPatients() ? Why.ROLE_READS_CLASS : Why.OPEN_TO_EVERYBODY;
    }
}
