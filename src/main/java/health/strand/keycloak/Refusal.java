package health.strand.keycloak;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.OIDCRedirectUriBuilder;
import org.keycloak.protocol.oidc.utils.OIDCResponseMode;
import org.keycloak.protocol.oidc.utils.OIDCResponseType;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Sends somebody back to the app with an error.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749, 4.1.2.1</a>
 */
final class Refusal {

    static final String INVALID_REQUEST = "invalid_request";
    static final String ACCESS_DENIED = "access_denied";

    private Refusal() {}

    static void send(AuthenticationFlowContext context, String error, String description) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        context.getEvent().detail("reason", description).error(error);
        OIDCRedirectUriBuilder address =
                OIDCRedirectUriBuilder.fromUri(login.getRedirectUri(), mode(login), context.getSession(), null);
        address.addParam("error", error).addParam("error_description", description);
        String state = login.getClientNote(OIDCLoginProtocol.STATE_PARAM);
        if (state != null) {
            address.addParam("state", state);
        }
        address.addParam("iss", PersonToken.issuer(context.getSession()));
        Response answer = address.build();
        context.failure(AuthenticationFlowError.ACCESS_DENIED, answer);
    }

    private static OIDCResponseMode mode(AuthenticationSessionModel login) {
        String type = login.getClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM);
        return OIDCResponseMode.parse(
                login.getClientNote(OIDCLoginProtocol.RESPONSE_MODE_PARAM), OIDCResponseType.parse(type));
    }
}
