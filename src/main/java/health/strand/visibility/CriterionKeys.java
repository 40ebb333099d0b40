package health.strand.visibility;

import health.strand.access.DataCriterion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Short names of the conditions in consents, the same for equal conditions. */
final class CriterionKeys {

    private static final int BYTES = 9;

    private CriterionKeys() {}

    static String of(DataCriterion criterion) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(criterion.key().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
