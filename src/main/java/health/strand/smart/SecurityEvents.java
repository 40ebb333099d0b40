package health.strand.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads security event tokens (RFC 8417) of the authorization server, of the events this server hears of: a session was
 * revoked (OpenID CAEP 1.0, section 3.1), and somebody signed in or out or got a token, which is of our own making.
 */
public final class SecurityEvents {

    /** The one event that ends something. */
    public static final String SESSION_REVOKED = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";

    /** Longer ago than any token lasts that it could end. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    /** It is recorded once, so that it may be told late, by an authorization server that could not reach this one. */
    private static final Duration OLDEST_SIGN_IN = Duration.ofDays(1);

    private static final Duration SKEW = Duration.ofSeconds(30);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final SmartProperties properties;
    private final Clock clock;

    /** Of this issuer, for this record. */
    public SecurityEvents(SmartProperties properties, Clock clock) {
        this(properties, IssuerKeys.at(properties.keys()), clock);
    }

    SecurityEvents(SmartProperties properties, JWKSource<SecurityContext> keys, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        // nothing else that the issuer signs has this type, so nothing else can be sent here
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("secevent+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
    }

    /**
     * The event; empty when the token is of another kind, of somebody else, for somebody else or too old.
     *
     * @throws KeysUnavailable when the issuer's keys cannot be had
     */
    public Optional<SetEvent> read(String token) throws KeysUnavailable {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            return isForUs(claims) ? event(claims) : Optional.empty();
        } catch (KeySourceException e) {
            throw new KeysUnavailable(e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    private boolean isForUs(JWTClaimsSet claims) {
        Instant now = clock.instant();
        return properties.issuer().toString().equals(claims.getIssuer())
                && claims.getAudience().contains(properties.audience())
                && claims.getIssueTime() != null
                && claims.getIssueTime().toInstant().isAfter(now.minus(isSignIn(claims) ? OLDEST_SIGN_IN : OLDEST))
                && claims.getIssueTime().toInstant().isBefore(now.plus(SKEW));
    }

    private static boolean isSignIn(JWTClaimsSet claims) {
        return claims.getClaim("events") instanceof Map<?, ?> events && events.containsKey(SignIns.SIGN_IN);
    }

    private static Optional<SetEvent> event(JWTClaimsSet claims) {
        if (claims.getClaim("events") instanceof Map<?, ?> told
                && told.get(SignIns.SIGN_IN) instanceof Map<?, ?> signIn) {
            return SignIns.read(claims, signIn);
        }
        if (!(claims.getClaim("events") instanceof Map<?, ?> events)
                || !events.containsKey(SESSION_REVOKED)
                || !(claims.getClaim("sub_id") instanceof Map<?, ?> about)) {
            return Optional.empty();
        }
        return Optional.ofNullable(member(about, "user", "sub"))
                .map(subject -> new SecurityEvent(
                        subject,
                        member(about, "application", "id"),
                        member(about, "session", "id"),
                        claims.getIssueTime().toInstant()));
    }

    private static @Nullable String member(Map<?, ?> about, String part, String member) {
        return about.get(part) instanceof Map<?, ?> found && found.get(member) instanceof String text && !text.isBlank()
                ? text
                : null;
    }

    /** The issuer's keys cannot be had at the moment. */
    public static final class KeysUnavailable extends Exception {

        private static final long serialVersionUID = 1L;

        KeysUnavailable(Throwable cause) {
            super(cause);
        }
    }
}
