package health.strand.jurisdiction;

/** What somebody who reads a record may learn of what is kept from them. */
public enum RestrictionVisibility {
    /** Nothing. */
    HIDDEN,
    /** A notice that stands on every record, restricted or not. */
    CONSTANT_NOTICE,
    /** That something is kept from them. */
    FLAGGED
}
