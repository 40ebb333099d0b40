package health.strand.access;

/** What sort of requester stands behind a token; whoever cannot be placed is unknown and may do nothing. */
public enum RequesterKind {
    PATIENT,
    /** Somebody who acts for patients, with a mandate for each. */
    REPRESENTATIVE,
    STAFF,
    SYSTEM,
    UNKNOWN
}
