package health.strand.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Makes the binding of launch contexts known to Keycloak, for every token of every realm. */
public final class ContextBindingFactory implements TokenPostProcessorFactory {

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new ContextBinding(session);
    }

    @Override
    public String getId() {
        return "strand-launch-context";
    }
}
