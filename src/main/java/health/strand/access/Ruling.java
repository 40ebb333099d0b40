package health.strand.access;

import java.util.EnumSet;

/** What the steps come to for one patient's part of a question, from none to the widest. */
enum Ruling {
    DENY,
    PERMIT_MINIMUM,
    PERMIT;

    Effect effect() {
        return this == DENY ? Effect.DENY : Effect.PERMIT;
    }

    /** What is left when both must be content. */
    Ruling and(Ruling other) {
        return EnumSet.of(this, other).iterator().next();
    }
}
