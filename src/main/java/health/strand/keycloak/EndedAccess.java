package health.strand.keycloak;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
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

    private static final String SESSION_REVOKED = "https://schemas.openid.net/secevent/caep/event-type/session-revoked";

    /** Signed with the realm's key, for the record at this address. */
    String token(KeycloakSession keycloak, String base) {
        return SecurityEventToken.of(
                keycloak, base, about(PersonToken.issuer(keycloak)), SESSION_REVOKED, Map.of("event_timestamp", (long)
                        Time.currentTime()));
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
