package health.strand.access;

/** What must be done along with a permit; where it cannot be done, the permit is a deny. */
public enum Obligation {
    /** Hand out the minimum necessary subset only. */
    MINEC,
    /** Hand out a de-identified view only. */
    DEID,
    /** Write the access down. */
    AUDIT,
    /** Tell the patient. */
    NOTIFY
}
