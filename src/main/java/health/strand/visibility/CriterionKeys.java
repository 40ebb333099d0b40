package health.strand.visibility;

import health.strand.access.DataCriterion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Short names of the conditions in consents, the same for equal conditions. */
final class CriterionKeys {

    private static final int BYTES = 9;
    /** The same few conditions are asked about for every cell and every reader. */
    private static final int MOST_REMEMBERED = 10_000;

    private static final Map<DataCriterion, String> KEYS = new ConcurrentHashMap<>();

    private CriterionKeys() {}

    static String of(DataCriterion criterion) {
        String known = KEYS.get(criterion);
        if (known != null) {
            return known;
        }
        if (KEYS.size() >= MOST_REMEMBERED) {
            KEYS.clear();
        }
        String key = digest(criterion);
        KEYS.put(criterion, key);
        return key;
    }

    private static String digest(DataCriterion criterion) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(criterion.key().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
