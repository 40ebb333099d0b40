package health.strand.access;

/** What the steps come to for one patient's part of a question, from the widest to none. */
enum Ruling {
    PERMIT,
    PERMIT_MINIMUM,
    DENY;

    Effect effect() {
        return this == DENY ? Effect.DENY : Effect.PERMIT;
    }

    /** What is left when both must be content. */
    Ruling and(Ruling other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
