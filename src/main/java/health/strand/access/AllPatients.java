package health.strand.access;

import java.util.Set;

/** Every patient of the clinic. */
public record AllPatients() implements PatientReach {

    @Override
    public boolean includes(Set<PatientId> patients) {
        return true;
    }

    @Override
    public boolean covers(PatientReach other) {
        return true;
    }

    @Override
    public PatientReach and(PatientReach other) {
        return other;
    }

    @Override
    public PatientReach or(PatientReach other) {
        return this;
    }
}
