package health.strand.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where what is encrypted lies, and what it is encrypted with.
 *
 * @param directory of the files that are too large for the database
 * @param keys a keyset of Tink that only the server's account can read: the master keys, of which the primary one wraps
 */
@ConfigurationProperties("strand.vault")
record VaultProperties(@Nullable String directory, @Nullable String keys) {

    static final String DIRECTORY = "strand.vault.directory";
    static final String KEYS = "strand.vault.keys";

    Path files() {
        return Path.of(DatabaseProperties.required(directory, DIRECTORY))
                .toAbsolutePath()
                .normalize();
    }

    /** Apart from what it opens: whoever takes away the one has not got the other. */
    Path masterKeys() {
        Path file = Path.of(DatabaseProperties.required(keys, KEYS))
                .toAbsolutePath()
                .normalize();
        if (file.startsWith(files())) {
            throw new HalfConfigured("`" + KEYS + "` lies in `" + DIRECTORY + "`, which it must not");
        }
        return file;
    }
}
