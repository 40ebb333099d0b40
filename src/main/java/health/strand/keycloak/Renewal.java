package health.strand.keycloak;

import health.strand.keycloak.RecordServer.RecordUnreachable;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.Optional;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/**
 * Whether a token may be renewed: the record server is shown the new one before the app gets it. So long access ends with
 * what it lived on, whether that was a role in the clinic, a mandate or the consent of a patient.
 */
final class Renewal {

    private final KeycloakSession session;

    Renewal(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Lets the token pass when access is left behind it, or when it opens nothing of the record anyway.
     *
     * @throws CorsErrorResponseException to the app: {@code invalid_grant}, or 503 when the record server cannot be asked
     */
    void check(TokenPostProcessorContext context) {
        AccessToken renewed = context.accessToken();
        Optional<String> base = FhirBase.of(session.getContext().getRealm())
                .filter(record -> SmartScopes.concernTheRecord(ScopeNote.words(renewed.getScope()))
                        && renewed.getAudience() != null
                        && Arrays.asList(renewed.getAudience()).contains(record));
        if (base.isEmpty()) {
            return;
        }
        try {
            if (!new RecordServer(base.get()).leavesAccess(session.tokens().encode(renewed))) {
                throw refusal(OAuthErrorException.INVALID_GRANT, "access to the record has ended", Status.BAD_REQUEST);
            }
        } catch (RecordUnreachable e) {
            giveBack(context);
            throw refusal("temporarily_unavailable", "the record server does not answer", Status.SERVICE_UNAVAILABLE);
        }
    }

    /** The refresh token was not used up by this. Keycloak counts its uses by a name that later tokens of it share. */
    private static void giveBack(TokenPostProcessorContext context) {
        Object shared = context.requestRefreshToken().getOtherClaims().get(Constants.REUSE_ID);
        String key = shared == null ? "" : shared.toString();
        AuthenticatedClientSessionModel session = context.clientSessionCtx().getClientSession();
        session.setRefreshTokenUseCount(key, Math.max(0, session.getRefreshTokenUseCount(key) - 1));
    }

    private static CorsErrorResponseException refusal(String error, String description, Status status) {
        return new CorsErrorResponseException(Cors.builder().auth().allowAllOrigins(), error, description, status);
    }
}
