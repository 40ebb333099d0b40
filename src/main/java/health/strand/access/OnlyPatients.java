package health.strand.access;

import java.util.HashSet;
import java.util.Set;

/** The named patients and nobody else. */
public record OnlyPatients(Set<PatientId> patients) implements PatientReach {

    public OnlyPatients {
        patients = Set.copyOf(patients);
    }

    /** Not a single patient. */
    public static OnlyPatients none() {
        return new OnlyPatients(Set.of());
    }

    /** One patient. */
    public static OnlyPatients of(PatientId patient) {
        return new OnlyPatients(Set.of(patient));
    }

    @Override
    public boolean includes(Set<PatientId> others) {
        return !others.isEmpty() && patients.containsAll(others);
    }

    @Override
    public boolean covers(PatientReach other) {
        return other instanceof OnlyPatients only && patients.containsAll(only.patients);
    }

    @Override
    public PatientReach and(PatientReach other) {
        if (!(other instanceof OnlyPatients only)) {
            return this;
        }
        Set<PatientId> both = new HashSet<>(patients);
        both.retainAll(only.patients);
        return new OnlyPatients(both);
    }

    @Override
    public PatientReach or(PatientReach other) {
        if (!(other instanceof OnlyPatients only)) {
            return other;
        }
        Set<PatientId> either = new HashSet<>(patients);
        either.addAll(only.patients);
        return new OnlyPatients(either);
    }
}
