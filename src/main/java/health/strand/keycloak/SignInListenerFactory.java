package health.strand.keycloak;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the listener known to Keycloak, for every realm, and keeps what is still to be told. */
public final class SignInListenerFactory implements EventListenerProviderFactory {

    private final ToldLater later = new ToldLater();

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new SignInListener(session, later);
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return "strand-sign-ins";
    }

    @Override
    public void init(Config.Scope config) {
        // there is nothing to configure: what is needed stands in the realm
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        later.start();
    }

    @Override
    public void close() {
        later.close();
    }
}
