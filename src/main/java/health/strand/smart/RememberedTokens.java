package health.strand.smart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers verified tokens for a moment, so that an app that pages through a record is not verified on every page.
 *
 * <p>Kept under their digest, at most a minute and never past their expiry; refused tokens are not remembered.
 */
final class RememberedTokens implements JwtDecoder {

    static final int MAX_TOKENS = 2_000;
    static final Duration LONGEST = Duration.ofSeconds(60);

    private final JwtDecoder decoder;
    private final Clock clock;
    private final Map<String, Remembered> tokens = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
            return size() > MAX_TOKENS;
        }
    };

    RememberedTokens(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        String digest = digest(token);
        Jwt known = recall(digest);
        if (known != null) {
            return known;
        }
        Jwt jwt = decoder.decode(token);
        remember(digest, jwt);
        return jwt;
    }

    private @Nullable Jwt recall(String digest) {
        synchronized (tokens) {
            Remembered remembered = tokens.get(digest);
            if (remembered == null) {
                return null;
            }
            if (clock.instant().isBefore(remembered.until())) {
                return remembered.jwt();
            }
            tokens.remove(digest);
            return null;
        }
    }

    private void remember(String digest, Jwt jwt) {
        Instant until = clock.instant().plus(LONGEST);
        Instant expiry = jwt.getExpiresAt();
        if (expiry != null && expiry.isBefore(until)) {
            until = expiry;
        }
        synchronized (tokens) {
            tokens.put(digest, new Remembered(jwt, until));
        }
    }

    private static String digest(String token) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private record Remembered(Jwt jwt, Instant until) {}
}
