package health.strand.keycloak;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.crypto.SignatureSignerContext;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.models.KeycloakSession;

/**
 * Access of somebody that has ended here, as the record server is told of it: a security event token (RFC 8417) that says
 * a session was revoked (OpenID CAEP 1.0, section 3.1).
 *
 * @param user whose
 * @param client in which app; in every one when it is null
 * @param session of which session; of every one when it is null
 */
record EndedAccess(
        String user, @Nullable String client, @Nullable String session) {

    private static final String TYPE = "secevent+jwt";
    private static final String SESSION_REVOKED = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";

    /** Signed with the realm's key, for the record at this address. */
    String token(KeycloakSession keycloak, String base) {
        SignatureSignerContext signer =
                keycloak.getProvider(SignatureProvider.class, Algorithm.RS256).signer();
        return new JWSBuilder()
                .type(TYPE)
                .kid(keycloak.keys()
                        .getActiveKey(keycloak.getContext().getRealm(), KeyUse.SIG, Algorithm.RS256)
                        .getKid())
                .jsonContent(claims(PersonToken.issuer(keycloak), base))
                .sign(signer);
    }

    private Map<String, Object> claims(String issuer, String base) {
        long now = Time.currentTime();
        return Map.of(
                "iss",
                issuer,
                "aud",
                base,
                "iat",
                now,
                "jti",
                SecretGenerator.getInstance().generateSecureID(),
                "sub_id",
                about(issuer),
                "events",
                Map.of(SESSION_REVOKED, Map.of("event_timestamp", now)));
    }

    private Map<String, Object> about(String issuer) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("format", "complex");
        about.put("user", Map.of("format", "iss_sub", "iss", issuer, "sub", user));
        if (client != null) {
            about.put("application", Map.of("format", "opaque", "id", client));
        }
        if (session != null) {
            about.put("session", Map.of("format", "opaque", "id", session));
        }
        return about;
    }
}
