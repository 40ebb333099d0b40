package health.strand.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * With what receipts are signed.
 *
 * @param keyFile a JWK set that only the server's account can read; its first key signs
 */
@ConfigurationProperties("strand.receipts")
record ReceiptProperties(@Nullable String keyFile) {

    static final String KEY_FILE = "strand.receipts.key-file";

    Path file() {
        return Path.of(DatabaseProperties.required(keyFile, KEY_FILE));
    }
}
