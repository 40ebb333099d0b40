package health.strand.vault;

import com.google.crypto.tink.DeterministicAead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Numbers that stand for something in copies made for one project. Nobody without the clinic's key can tell from one what it
 * stands for, or whether those of two projects stand for the same.
 */
public final class Pseudonyms {

    /** The synthetic IV of AES-SIV, in bytes: a pseudorandom function of the text and all that goes with it. */
    private static final int LENGTH = 16;

    private final PatientKeys keys;

    public Pseudonyms(PatientKeys keys) {
        this.keys = keys;
    }

    /**
     * The same for the same, on every server of the clinic.
     *
     * @param kind of what it stands for, such as {@code uid}
     * @return 16 bytes
     */
    public byte[] of(String project, String kind, String value) {
        DeterministicAead cipher = keys.fingerprintCipher();
        byte[] context = ("strand pseudonym 1\n" + kind + "\n" + project).getBytes(StandardCharsets.UTF_8);
        try {
            return Arrays.copyOf(
                    cipher.encryptDeterministically(value.getBytes(StandardCharsets.UTF_8), context), LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a pseudonym could not be made", e);
        }
    }
}
