package health.strand.keycloak;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.VerificationException;
import org.keycloak.common.util.Time;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.ServerECDSASignatureVerifierContext;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.keys.PublicKeyStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.JWKSHttpUtils;
import org.keycloak.util.JWKSUtils;

/**
 * Opens what the record server hands out for a launch: a signed token for one person in one app, good for one use within
 * minutes.
 */
final class LaunchHandles {

    /** Told apart from every other JWT the record server signs (RFC 8725, 3.11). */
    static final String TYPE = "smart-launch+jwt";

    private static final Logger LOG = Logger.getLogger(LaunchHandles.class);
    private static final String KEYS = "/.well-known/receipt-keys";
    private static final int LONGEST_SECONDS = 600;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final KeycloakSession session;
    private final String base;
    private final String issuer;

    /**
     * @param base of the record server that signs
     * @param issuer this realm
     */
    LaunchHandles(KeycloakSession session, String base, String issuer) {
        this.session = session;
        this.base = base;
        this.issuer = issuer;
    }

    /**
     * What the app is launched for; empty for a handle that was not signed by the record server, is for somebody or
     * something else, too late, or used before.
     */
    Optional<LaunchContext> open(String handle, String user, String client) {
        try {
            JWSInput input = new JWSInput(handle);
            if (!TYPE.equals(input.getHeader().getType()) || !isSigned(input)) {
                return Optional.empty();
            }
            Map<String, Object> claims = input.readJsonContent(OBJECT);
            return isFor(claims, user, client) && isFirstUse(claims)
                    ? Optional.of(LaunchContext.among(claims))
                    : Optional.empty();
        } catch (JWSInputException | VerificationException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isSigned(JWSInput input) throws VerificationException {
        String kid = input.getHeader().getKeyId();
        if (kid == null || !Algorithm.ES256.equals(input.getHeader().getRawAlgorithm())) {
            return false;
        }
        KeyWrapper key = session.getProvider(PublicKeyStorageProvider.class)
                .getPublicKey(
                        "strand-launch::" + base,
                        kid,
                        Algorithm.ES256,
                        () -> JWKSUtils.getKeyWrappersForUse(
                                JWKSHttpUtils.sendJwksRequest(session, base + KEYS), JWK.Use.SIG, true));
        if (key == null) {
            LOG.warn("a launch is signed with a key the record server does not publish");
            return false;
        }
        return new ServerECDSASignatureVerifierContext(key)
                .verify(input.getEncodedSignatureInput().getBytes(StandardCharsets.US_ASCII), input.getSignature());
    }

    private boolean isFor(Map<String, Object> claims, String user, String client) {
        long now = Time.currentTime();
        return base.equals(claims.get("iss"))
                && issuer.equals(claims.get("aud"))
                && user.equals(claims.get("sub"))
                && client.equals(claims.get("client_id"))
                && claims.get("exp") instanceof Number expiry
                && expiry.longValue() > now
                && expiry.longValue() <= now + LONGEST_SECONDS;
    }

    private boolean isFirstUse(Map<String, Object> claims) {
        return claims.get("jti") instanceof String id
                && !id.isBlank()
                && session.singleUseObjects().putIfAbsent("strand-launch-" + id, LONGEST_SECONDS);
    }
}
