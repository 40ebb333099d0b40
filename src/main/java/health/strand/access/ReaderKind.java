package health.strand.access;

/** In which capacity somebody reads. */
public enum ReaderKind {
    PATIENT,
    REPRESENTATIVE,
    STAFF,
    SYSTEM;

    /** Whether it is the patient, or somebody who decides for one. */
    boolean actsForPatients() {
        return this == PATIENT || this == REPRESENTATIVE;
    }
}
