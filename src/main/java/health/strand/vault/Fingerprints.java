package health.strand.vault;

import com.google.crypto.tink.DeterministicAead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Encrypts the fingerprints by which the storage tells whether a body differs from the last one. In the clear they would prove a
 * guess of what is in a short body right. The same fingerprint of the same resource is encrypted alike, in as many characters.
 */
public final class Fingerprints {

    private static final Pattern PLAIN = Pattern.compile("[0-9a-f]{64}");

    /** Longer than the number of a row. */
    private static final byte[] SENT = "what was sent".getBytes(StandardCharsets.US_ASCII);

    private final PatientKeys keys;

    public Fingerprints(PatientKeys keys) {
        this.keys = keys;
    }

    /**
     * What to store.
     *
     * @param fingerprint a SHA-256 in hexadecimal; anything else is left as it is
     * @param row of the resource
     */
    public String seal(String fingerprint, long row) {
        if (!PLAIN.matcher(fingerprint).matches()) {
            return fingerprint;
        }
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            cipher().encryptDeterministically(HexFormat.of().parseHex(fingerprint), context(row)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a fingerprint could not be encrypted", e);
        }
    }

    /** The fingerprint; what is no encrypted one of this resource is left as it is, and is no body's fingerprint either. */
    public String open(String stored, long row) {
        if (PLAIN.matcher(stored).matches()) {
            return stored;
        }
        try {
            return HexFormat.of()
                    .formatHex(cipher().decryptDeterministically(
                                    Base64.getDecoder().decode(stored), context(row)));
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return stored;
        }
    }

    /** The same for the same bytes, which say nothing of what was sent. */
    public String ofSent(byte[] digest) {
        try {
            return Base64.getEncoder().encodeToString(cipher().encryptDeterministically(digest, SENT));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a fingerprint could not be encrypted", e);
        }
    }

    private DeterministicAead cipher() {
        return keys.fingerprintCipher();
    }

    private static byte[] context(long row) {
        return ByteBuffer.allocate(Long.BYTES).putLong(row).array();
    }
}
