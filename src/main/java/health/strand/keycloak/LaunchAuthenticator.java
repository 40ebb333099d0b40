package health.strand.keycloak;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The last step of a log-in: what the app is launched for, and what it may have of it. */
final class LaunchAuthenticator implements Authenticator {

    private static final String OPENED = "strand-launch-opened";
    private static final String AUDIENCE = "client_request_param_aud";
    private static final String HANDLE = "client_request_param_launch";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        LaunchStep step = new LaunchStep(context);
        if (!SmartScopes.concernTheRecord(step.scopes())) {
            context.success();
            return;
        }
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Optional<String> base = FhirBase.of(context.getRealm());
        if (base.isEmpty() || !FhirBase.isMeant(login.getClientNote(AUDIENCE), base.get())) {
            Refusal.send(context, Refusal.INVALID_REQUEST, "`aud` must be the address of the record server");
            return;
        }
        Optional<LaunchContext> launched = opened(context, step, base.get());
        if (launched.isEmpty()) {
            Refusal.send(
                    context,
                    Refusal.INVALID_REQUEST,
                    "`launch` must be one this user was given for this app a moment ago");
            return;
        }
        step.begin(base.get(), launched.get());
    }

    /** Once per log-in: a page that is loaded again finds the launch open already. Empty when it cannot be opened. */
    private static Optional<LaunchContext> opened(AuthenticationFlowContext context, LaunchStep step, String base) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String before = login.getAuthNote(OPENED);
        if (before != null) {
            return Optional.of(LaunchContext.parse(before));
        }
        String handle = login.getClientNote(HANDLE);
        if (handle == null) {
            return SmartScopes.needALaunch(step.scopes()) ? Optional.empty() : Optional.of(LaunchContext.NONE);
        }
        Optional<LaunchContext> launched = new LaunchHandles(
                        context.getSession(), base, PersonToken.issuer(context.getSession()))
                .open(handle, context.getUser().getId(), login.getClient().getClientId());
        launched.ifPresent(found -> login.setAuthNote(OPENED, found.text()));
        return launched;
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String opened = context.getAuthenticationSession().getAuthNote(OPENED);
        Optional<String> base = FhirBase.of(context.getRealm());
        if (base.isEmpty()) {
            Refusal.send(context, Refusal.INVALID_REQUEST, "the realm names no record server");
            return;
        }
        new LaunchStep(context)
                .go(
                        base.get(),
                        opened == null ? LaunchContext.NONE : LaunchContext.parse(opened),
                        context.getHttpRequest().getDecodedFormParameters());
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // there is nothing to set up
    }

    @Override
    public void close() {
        // holds nothing
    }
}
