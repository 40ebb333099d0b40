package health.strand.visibility;

import health.strand.access.PatientId;
import java.util.Collection;

/** Patients as the functions of the database take them. */
final class PatientTexts {

    private PatientTexts() {}

    /** An array as one argument of a statement. */
    static Object array(Collection<PatientId> patients) {
        return patients.stream().map(PatientId::value).toArray(String[]::new);
    }
}
