package health.strand.keycloak;

import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Has the record server told of who signs in and out and gets tokens, once it has come to pass here. */
final class SignInListener implements EventListenerProvider {

    private final KeycloakSession session;
    private final ToldLater later;

    SignInListener(KeycloakSession session, ToldLater later) {
        this.session = session;
        this.later = later;
    }

    @Override
    public void onEvent(Event event) {
        SignIn.of(event)
                .ifPresent(signIn -> FhirBase.of(session.getContext().getRealm())
                        .ifPresent(base -> {
                            String token = signIn.token(session, base);
                            session.getTransactionManager().enlistAfterCompletion(new Telling(base, token));
                        }));
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // nobody signs in by that
    }

    @Override
    public void close() {
        // holds nothing
    }

    /** What was undone was not, and is not told. */
    private final class Telling extends AbstractKeycloakTransaction {

        private final String base;
        private final String token;

        Telling(String base, String token) {
            this.base = base;
            this.token = token;
        }

        @Override
        protected void commitImpl() {
            later.tell(base, token);
        }

        @Override
        protected void rollbackImpl() {
            // there is nothing to tell
        }
    }
}
