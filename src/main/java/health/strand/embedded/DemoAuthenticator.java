package health.strand.embedded;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The authenticator app of every demo account, for log-ins with a second factor. Like the password it opens the demo realm
 * only, which exists on loopback only. Made of nothing but the language, like all that {@code strand token} needs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238, time-based one-time passwords</a>
 */
public final class DemoAuthenticator {

    static final String SECRET = "strand-demo-authenticator";

    static final String ALGORITHM = "HmacSHA1";
    static final int PERIOD_SECONDS = 30;
    static final int DIGITS = 6;

    private DemoAuthenticator() {}

    /** What it shows at a moment. */
    public static String code(Instant at) {
        byte[] counter = ByteBuffer.allocate(Long.BYTES)
                .putLong(at.getEpochSecond() / PERIOD_SECONDS)
                .array();
        byte[] hash = mac(counter);
        int place = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(place) & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private static byte[] mac(byte[] counter) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(counter);
        } catch (NoSuchAlgorithmException | InvalidKeyException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
