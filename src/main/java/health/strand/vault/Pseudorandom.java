package health.strand.vault;

import java.security.GeneralSecurityException;
import java.util.Arrays;

/** Draws numbers that nobody can reckon without the clinic's key, the same for the same on every server of the clinic. */
final class Pseudorandom {

    /** The synthetic IV of AES-SIV, which depends on every bit of the plain text and of its context. */
    private static final int IV = 16;

    private final PatientKeys keys;

    Pseudorandom(PatientKeys keys) {
        this.keys = keys;
    }

    /**
     * Draws one.
     *
     * @param context what it is for
     * @return 16 bytes
     */
    byte[] of(byte[] text, byte[] context) {
        try {
            byte[] sealed = keys.fingerprintCipher().encryptDeterministically(text, context);
            // before them a key may have its name
            int end = sealed.length - text.length;
            return Arrays.copyOfRange(sealed, end - IV, end);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a number could not be drawn", e);
        }
    }
}
