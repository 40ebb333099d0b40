package health.strand.vault;

import health.strand.access.PatientId;

/** Whose key encrypts something: a patient's, or the clinic's for what is about no patient or about several. */
public record KeyOwner(String name) {

    /** What is about no single patient: no patient's key may take it away from the others. */
    public static final KeyOwner CLINIC = new KeyOwner("*");

    /** What the clinic's fingerprints of bodies are encrypted with, which takes a key of another kind. */
    static final KeyOwner FINGERPRINTS = new KeyOwner("#");

    public static KeyOwner of(PatientId patient) {
        return new KeyOwner(patient.value());
    }
}
