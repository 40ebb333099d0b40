package health.strand.access;

/** The steps of a decision in the order in which they speak; the first that permits or denies has the last word. */
public enum Step {
    OBJECT_STATE,
    OWNER,
    PRIVACY_OFFICER,
    CONSENT_DENIES,
    BREAK_GLASS,
    CONSENT_PERMITS,
    BASE_POLICY,
    NOTHING_MATCHED
}
