package health.strand.access;

import java.util.Set;

/** Whose data a request can touch. */
public sealed interface PatientReach permits AllPatients, OnlyPatients {

    /**
     * Whether data that belongs to these patients is within reach: every one of them must be. Data about patients that
     * names none is within reach of those only who reach everybody.
     */
    boolean includes(Set<PatientId> patients);

    /** Whether everybody within the other reach is within this one. */
    boolean covers(PatientReach other);

    /** What is within both. */
    PatientReach and(PatientReach other);

    /** The narrowest reach that holds both. */
    PatientReach or(PatientReach other);
}
