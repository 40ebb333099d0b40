package health.strand.keycloak;

import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenResponseMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.AccessTokenResponse;

/** Writes the launch context into the token answer and into what introspection says of a token. */
public final class LaunchContextMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenResponseMapper, TokenIntrospectionTokenMapper {

    @Override
    public AccessTokenResponse transformAccessTokenResponse(
            AccessTokenResponse answer,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext client) {
        LaunchContext launch = client.getAttribute(ContextBinding.CLAIM, LaunchContext.class);
        if (launch != null) {
            launch.members().forEach(answer::setOtherClaims);
        }
        return answer;
    }

    /** From the token itself: Keycloak reckons the other claims anew, and would forget these. */
    @Override
    public AccessToken transformIntrospectionToken(
            AccessToken token,
            ProtocolMapperModel mapper,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext client) {
        PresentedToken.claims(session, "token")
                .filter(claims -> token.getId() != null && token.getId().equals(claims.get("jti")))
                .ifPresent(claims -> copy(claims, token));
        return token;
    }

    private static void copy(Map<String, Object> claims, AccessToken token) {
        LaunchContext.among(claims).members().forEach(token::setOtherClaims);
        PurposeMapper.copy(claims, token);
    }

    @Override
    public String getId() {
        return "strand-launch-context-mapper";
    }

    @Override
    public String getDisplayType() {
        return "SMART launch context";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Writes `patient` and what else an app was launched for into the token answer and into introspection.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
