package health.strand.vault;

import com.google.crypto.tink.DeterministicAead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Puts numbers nobody can reckon without the clinic's key in the place of the hashes by which the search index finds codes: a
 * hash of a code is as good as the code to whoever has a dictionary.
 */
public final class IndexHashes {

    private static final byte[] CONTEXT = "strand search index 1".getBytes(StandardCharsets.UTF_8);
    /** The synthetic IV of AES-SIV, which depends on every bit of the plain text, and the plain text encrypted. */
    private static final int BEFORE_THE_END = 16 + Long.BYTES;

    private final PatientKeys keys;

    public IndexHashes(PatientKeys keys) {
        this.keys = keys;
    }

    /** The same for the same hash, on every server of the clinic. */
    public long seal(long hash) {
        DeterministicAead cipher = keys.fingerprintCipher();
        try {
            byte[] sealed = cipher.encryptDeterministically(
                    ByteBuffer.allocate(Long.BYTES).putLong(hash).array(), CONTEXT);
            return ByteBuffer.wrap(sealed).getLong(sealed.length - BEFORE_THE_END);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a hash could not be encrypted", e);
        }
    }
}
