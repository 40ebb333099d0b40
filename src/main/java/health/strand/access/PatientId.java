package health.strand.access;

import java.util.regex.Pattern;

/** The logical id of a Patient resource of this server. */
public record PatientId(String value) implements Comparable<PatientId> {

    private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    public PatientId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a patient id has 1 to 64 letters, digits, dots or hyphens");
        }
    }

    /** Whether this text has the form of a FHIR id. */
    public static boolean isValid(String text) {
        return FHIR_ID.matcher(text).matches();
    }

    @Override
    public int compareTo(PatientId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
