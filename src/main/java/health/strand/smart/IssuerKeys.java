package health.strand.smart;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;

/**
 * The issuer's public keys, fetched when needed.
 *
 * <p>An unknown key id causes a fetch, so a rotated key is known at once; how often is limited, so that forged ids
 * cannot turn this server against its issuer. While the issuer is down, the keys last seen go on being used.
 */
final class IssuerKeys implements JWKSource<SecurityContext> {

    private static final Duration CACHED = Duration.ofMinutes(5);
    private static final Duration KEPT_WHILE_ISSUER_IS_DOWN = Duration.ofHours(1);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(2);
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final int MAX_BYTES = 256 * 1024;

    private final JWKSource<SecurityContext> source;
    private volatile boolean seen;

    private IssuerKeys(JWKSource<SecurityContext> source) {
        this.source = source;
    }

    static IssuerKeys at(URI address) {
        int wait = (int) WAIT.toMillis();
        return new IssuerKeys(JWKSourceBuilder.create(url(address), new DefaultResourceRetriever(wait, wait, MAX_BYTES))
                // ahead-of-time refresh would need threads of its own
                .refreshAheadCache(false)
                .cache(CACHED.toMillis(), 2 * WAIT.toMillis())
                .rateLimited(BETWEEN_FETCHES.toMillis())
                .retrying(true)
                .outageTolerant(KEPT_WHILE_ISSUER_IS_DOWN.toMillis())
                .build());
    }

    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        try {
            List<JWK> keys = source.get(selector, context);
            seen = true;
            return keys;
        } catch (RateLimitReachedException tooOften) {
            if (seen) {
                // the issuer was asked a moment ago: nobody's key, so the token is at fault
                return List.of();
            }
            throw tooOften;
        }
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException malformed) {
            throw new IllegalArgumentException("the keys' address is not a URL", malformed);
        }
    }
}
