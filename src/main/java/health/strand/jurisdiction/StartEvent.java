package health.strand.jurisdiction;

/** What a period of retention is reckoned from. */
public enum StartEvent {
    END_OF_TREATMENT,
    LAST_CARE,
    LAST_CHANGE,
    LAST_PROCEDURE,
    DISCHARGE,
    /** The last entry; the period begins with the year after it. */
    END_OF_YEAR_OF_LAST_ENTRY,
    /** When the item itself was recorded. */
    RECORDING,
    /** The consent it rests on; it is kept no longer than that stands. */
    CONSENT,
    /** The end of the consent it rested on. */
    WITHDRAWAL,
    END_OF_PROCESSING,
    END_OF_PROJECT
}
