package health.strand.access;

/** Yes or no. */
public enum Effect {
    PERMIT,
    DENY
}
