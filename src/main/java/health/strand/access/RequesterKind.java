package health.strand.access;

/** What sort of requester stands behind a token; whoever cannot be placed is unknown and may do nothing. */
public enum RequesterKind {
    PATIENT,
    STAFF,
    SYSTEM,
    UNKNOWN
}
