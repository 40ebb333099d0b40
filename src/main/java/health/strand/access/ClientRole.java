package health.strand.access;

/** What the app a reader uses is to the clinic, in law. */
public enum ClientRole {
    /** The clinic's own. */
    OWN,
    /** Works for the clinic, under a contract. */
    PROCESSOR,
    /** A third party: what it gets has left the clinic. */
    RECIPIENT,
    /** An app the patient has chosen. */
    PATIENT_APP;

    /** Whether what it does is the clinic's doing. */
    public boolean worksForClinic() {
        return switch (this) {
            case OWN, PROCESSOR -> true;
            case RECIPIENT, PATIENT_APP -> false;
        };
    }
}
