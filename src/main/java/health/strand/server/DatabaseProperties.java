package health.strand.server;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the server reaches PostgreSQL: as the role that serves requests and, to migrate, as the role that owns the schema.
 *
 * @param url JDBC address, without a user in it
 * @param username role that serves requests; owns nothing and cannot bypass policies
 * @param password of {@code username}
 * @param ownerUsername role that owns the schema and migrates it
 * @param ownerPassword of {@code ownerUsername}
 * @param connections most connections kept open for requests
 */
@ConfigurationProperties("strand.database")
record DatabaseProperties(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String ownerUsername,
        @Nullable String ownerPassword,
        @Nullable Integer connections) {

    private static final int DEFAULT_CONNECTIONS = 16;

    int poolSize() {
        return connections == null ? DEFAULT_CONNECTIONS : connections;
    }

    static String required(@Nullable String value, String key) {
        if (value == null || value.isBlank()) {
            throw new HalfConfigured(key + " is not set");
        }
        return value;
    }
}
