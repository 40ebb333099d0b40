package health.strand.jurisdiction;

/** What the clinic has a time for. */
public enum NoticeKind {
    /** To answer a patient who asks for something they have a right to. */
    REQUEST,
    /** By how much that may be put off. */
    REQUEST_EXTENSION,
    /** To answer who asks for a correction, where that is another time. */
    RECTIFICATION,
    /** To tell the authority of a breach. */
    BREACH,
    /** How long before patients come of age they are told. */
    MAJORITY
}
