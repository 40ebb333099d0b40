package health.strand.keycloak;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.ClientAuthenticationFlowContext;
import org.keycloak.authentication.authenticators.client.AbstractClientAuthenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Knows a public app that renews by its refresh token. SMART App Launch 2.2 has public apps send nothing else (section
 * "Refresh access token"), where RFC 6749 section 3.2.1 wants their {@code client_id}. This only names the app, for the
 * authenticator behind it: the token is verified, and held against the app, where it is exchanged. An app with a secret
 * or a key is never taken at its word.
 */
public final class RenewingApp extends AbstractClientAuthenticator {

    static final String ID = "strand-renewing-app";

    /** Where Keycloak's own authenticator looks when a request names no app. */
    private static final String CLIENT = "client_id";

    private static final Requirement[] CHOICES = {Requirement.ALTERNATIVE, Requirement.DISABLED};
    private static final Set<String> CREDENTIALS = Set.of(CLIENT, "client_secret", "client_assertion");

    @Override
    public void authenticateClient(ClientAuthenticationFlowContext context) {
        KeycloakSession session = context.getSession();
        boolean renews = PresentedToken.field(session, "grant_type")
                .filter("refresh_token"::equals)
                .isPresent();
        if (renews && namesNobody(context)) {
            issuedTo(context).ifPresent(app -> session.setAttribute(CLIENT, app.getClientId()));
        }
    }

    private static boolean namesNobody(ClientAuthenticationFlowContext context) {
        return context.getHttpRequest().getHttpHeaders().getHeaderString("Authorization") == null
                && CREDENTIALS.stream()
                        .noneMatch(name ->
                                PresentedToken.field(context.getSession(), name).isPresent());
    }

    private static Optional<ClientModel> issuedTo(ClientAuthenticationFlowContext context) {
        return PresentedToken.claims(context.getSession(), "refresh_token")
                .map(claims -> claims.get("azp"))
                .filter(String.class::isInstance)
                .map(azp -> context.getRealm().getClientByClientId((String) azp))
                .filter(ClientModel::isPublicClient);
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Renewing app";
    }

    @Override
    public String getHelpText() {
        return "Knows a public app that renews without its client_id by the refresh token it sends.";
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return CHOICES.clone();
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public List<ProviderConfigProperty> getConfigPropertiesPerClient() {
        return List.of();
    }

    @Override
    public Map<String, Object> getAdapterConfiguration(KeycloakSession session, ClientModel client) {
        return Map.of();
    }

    /** None: it proves nothing, so discovery does not name it. */
    @Override
    public Set<String> getProtocolAuthenticatorMethods(String loginProtocol) {
        return Set.of();
    }
}
