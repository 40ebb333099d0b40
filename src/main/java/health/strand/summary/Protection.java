package health.strand.summary;

import health.strand.visibility.StorageFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How what is kept is protected, as far as it can be measured or somebody has said it.
 *
 * @param overHttps whether the server is reached by https only
 * @param place where the clinic says it is; null when it does not
 * @param diskEncryption what the administrator says of the disk; null when nobody does, and then nobody here knows
 * @param backup when the last one was seen; null when none was
 * @param cipher by which bodies and files are encrypted
 * @param masterKey the id of the key that wraps the keys they are encrypted with
 * @param signingKey the id of the key that signs receipts
 * @param signingSince since when
 */
public record Protection(
        StorageFacts database,
        boolean overHttps,
        @Nullable String place,
        @Nullable String diskEncryption,
        @Nullable Instant backup,
        String cipher,
        String masterKey,
        String signingKey,
        Instant signingSince) {}
