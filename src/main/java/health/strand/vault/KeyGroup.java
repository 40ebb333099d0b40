package health.strand.vault;

import health.strand.access.DataClass;
import java.util.Arrays;
import java.util.Optional;

/**
 * What of a patient's record is under a key of its own, so that it can be destroyed alone. The numbers are stored and bound
 * into what is encrypted: they are never changed and never reused.
 */
public enum KeyGroup {
    CLINICAL(1),
    IMAGES(2),
    GENETIC(3);

    private final int number;

    KeyGroup(int number) {
        this.number = number;
    }

    /** The stable number stored in the database. */
    public int number() {
        return number;
    }

    /** The group whose key encrypts data of this class. */
    public static KeyGroup of(DataClass data) {
        return switch (data) {
            case SCALP_IMAGE, FACE_IMAGE, MARKETING -> IMAGES;
            case GENETIC -> GENETIC;
            case REGISTRY, IDENTITY, ADMINISTRATION, BILLING, CLINICAL, PRIVACY, AUDIT, RESEARCH, CONFORMANCE ->
                CLINICAL;
        };
    }

    static Optional<KeyGroup> fromNumber(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }
}
