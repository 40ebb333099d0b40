package health.strand.access;

/** Whether the engine can evaluate a consent (rule E5). */
public enum Readability {
    READABLE,
    /** It cannot, and there is a deny in it: all but the owner are denied. */
    UNREADABLE_DENYING,
    /** It cannot, and there are only permits in it: it opens nothing. */
    UNREADABLE_PERMITTING
}
