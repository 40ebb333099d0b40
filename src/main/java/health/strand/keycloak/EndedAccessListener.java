package health.strand.keycloak;

import health.strand.keycloak.RecordServer.RecordUnreachable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Tells the record server at once when somebody disconnects an app, signs out, or is signed out, disabled or removed by an
 * administrator: tokens that were given out before would be good there for minutes.
 */
final class EndedAccessListener implements EventListenerProvider {

    private static final Logger LOG = Logger.getLogger(EndedAccessListener.class);
    private static final Pattern CONSENT = Pattern.compile("users/([^/]+)/consents/(.+)");
    private static final Pattern SIGNED_OUT = Pattern.compile("users/([^/]+)/logout");
    private static final Pattern USER = Pattern.compile("users/([^/]+)");

    private final KeycloakSession session;

    EndedAccessListener(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(Event event) {
        if (event.getUserId() == null) {
            return;
        }
        if (event.getType() == EventType.LOGOUT && event.getSessionId() != null) {
            tell(new EndedAccess(event.getUserId(), null, event.getSessionId()));
        } else if (event.getType() == EventType.REVOKE_GRANT) {
            tell(revoked(event));
        }
    }

    /** Either somebody disconnects an app in their account, or an app hands back a token of one session. */
    private static EndedAccess revoked(Event event) {
        String disconnected =
                event.getDetails() == null ? null : event.getDetails().get(Details.REVOKED_CLIENT);
        boolean byTheApp = disconnected == null || disconnected.equals(event.getClientId());
        return new EndedAccess(
                event.getUserId(),
                disconnected == null ? event.getClientId() : disconnected,
                byTheApp ? event.getSessionId() : null);
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        if (event.getResourcePath() != null) {
            byAdministrator(event).ifPresent(this::tell);
        }
    }

    private Optional<EndedAccess> byAdministrator(AdminEvent event) {
        String path = event.getResourcePath();
        Matcher consent = CONSENT.matcher(path);
        if (consent.matches()) {
            return Optional.of(new EndedAccess(consent.group(1), consent.group(2), null));
        }
        Matcher signedOut = SIGNED_OUT.matcher(path);
        if (signedOut.matches()) {
            return Optional.of(new EndedAccess(signedOut.group(1), null, null));
        }
        Matcher user = USER.matcher(path);
        boolean ended = event.getResourceType() == ResourceType.USER
                && user.matches()
                && (event.getOperationType() == OperationType.DELETE
                        || event.getOperationType() == OperationType.UPDATE && isDisabled(user.group(1)));
        return ended ? Optional.of(new EndedAccess(user.group(1), null, null)) : Optional.empty();
    }

    private boolean isDisabled(String user) {
        UserModel found = session.users().getUserById(session.getContext().getRealm(), user);
        return found == null || !found.isEnabled();
    }

    /**
     * Before it is settled here, so that nobody hears it has ended while it has not. Should the record server be down, it
     * shows nothing to anybody, and what it might be shown again lasts minutes; disconnecting must be possible all the same.
     */
    private void tell(EndedAccess ended) {
        RealmModel realm = session.getContext().getRealm();
        FhirBase.of(realm).ifPresent(base -> {
            try {
                new RecordServer(base).tell(ended.token(session, base));
            } catch (RecordUnreachable e) {
                LOG.warn("the record server was not told that access has ended; tokens given out end by themselves");
            }
        });
    }

    @Override
    public void close() {
        // holds nothing
    }
}
