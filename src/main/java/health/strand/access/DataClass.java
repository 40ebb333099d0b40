package health.strand.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of data that readers are told apart by.
 *
 * <p>The numbers are written into the database as part of every cell's id: they are never changed and never reused,
 * and stay below 32.
 */
public enum DataClass {
    REGISTRY(0, "registry"),
    IDENTITY(1, "identity"),
    ADMINISTRATION(2, "administration"),
    BILLING(3, "billing"),
    CLINICAL(4, "clinical"),
    SCALP_IMAGE(5, "scalp-image"),
    FACE_IMAGE(6, "face-image"),
    GENETIC(7, "genetic"),
    PRIVACY(8, "privacy"),
    AUDIT(9, "audit"),
    MARKETING(10, "marketing"),
    RESEARCH(11, "research"),
    CONFORMANCE(12, "conformance");

    private final int number;
    private final String code;

    DataClass(int number, String code) {
        this.number = number;
        this.code = code;
    }

    /** The stable number stored in the database. */
    public int number() {
        return number;
    }

    /** The name used in labels and reports. */
    public String code() {
        return code;
    }

    /** Whether data of this class belongs to a patient; registry and conformance data belong to the clinic. */
    public boolean aboutPatients() {
        return this != REGISTRY && this != CONFORMANCE;
    }

    /** The class stored under a number; empty for a number nobody has given out. */
    public static Optional<DataClass> fromNumber(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }

    /** The classes a resource of this FHIR type can fall in; empty for a type the clinic does not keep. */
    public static Set<DataClass> possibleFor(String resourceType) {
        return ClassesByType.of(resourceType);
    }
}
