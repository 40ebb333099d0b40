package health.strand.access;

/** In which capacity somebody reads. */
public enum ReaderKind {
    PATIENT,
    REPRESENTATIVE,
    STAFF,
    SYSTEM
}
