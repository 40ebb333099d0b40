package health.strand.jurisdiction;

/** On what treatment may use a class of data. */
public enum LegalBasis {
    /** The treatment itself: nobody is asked for a consent. */
    CARE,
    /** The patient's consent. */
    CONSENT
}
