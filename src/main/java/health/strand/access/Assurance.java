package health.strand.access;

/** How it was shown who is asking. */
public enum Assurance {
    /** By a password, or too long ago. */
    BASIC,
    /** By more than a password. */
    STRONG,
    /** The same, a few minutes ago: enough to open a record in an emergency. */
    FRESH
}
