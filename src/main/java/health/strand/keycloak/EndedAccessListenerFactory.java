package health.strand.keycloak;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Makes the listener known to Keycloak, for every realm: it could be taken out of a realm's own list by mistake. */
public final class EndedAccessListenerFactory implements EventListenerProviderFactory {

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new EndedAccessListener(session);
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return "strand-ended-access";
    }

    @Override
    public void init(Config.Scope config) {
        // there is nothing to configure: what is needed stands in the realm
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to wait for
    }

    @Override
    public void close() {
        // holds nothing
    }
}
