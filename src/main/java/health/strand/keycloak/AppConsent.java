package health.strand.keycloak;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserConsentModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.UserConsentManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/** What a person has let an app have, and lets it have now. */
final class AppConsent {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AuthenticationSessionModel login;
    private final UserModel person;
    private final ClientModel app;

    AppConsent(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
        this.realm = login.getRealm();
        this.person = login.getAuthenticatedUser();
        this.app = login.getClient();
    }

    /** What there is to choose of these scopes; nothing for an app that people are not asked about. */
    List<ScopeOffer> offers(List<String> scopes) {
        if (!app.isConsentRequired()) {
            return List.of();
        }
        Map<String, ClientScopeModel> optional = app.getClientScopes(false);
        return askedFor(scopes).map(scope -> ScopeOffer.of(scope, optional)).toList();
    }

    /** Whether the person has to be asked: not when everything was granted before and the app does not insist. */
    boolean mustBeAsked(List<String> scopes) {
        if (!app.isConsentRequired()) {
            return false;
        }
        UserConsentModel granted = granted();
        return insists() || granted == null || !askedFor(scopes).allMatch(granted::isClientScopeGranted);
    }

    /**
     * Keeps what the person chose, in place of what they chose before: apps that hold more lose it at their next refresh.
     *
     * @param asked all scopes of the request
     * @param chosen the names ticked on the page
     * @return the scopes the app gets, in the order of the request, with narrower ones in place of those they are of
     */
    List<String> keep(List<String> asked, Set<String> chosen) {
        List<ScopeOffer> offers = offers(asked);
        Set<String> offered = new HashSet<>();
        offers.forEach(offer -> offered.add(offer.scope()));
        List<String> given = new ArrayList<>(asked.stream()
                .filter(scope -> !offered.contains(scope) || chosen.contains(scope))
                .toList());
        for (ScopeOffer offer : offers) {
            if (!chosen.contains(offer.scope())) {
                offer.narrower().stream()
                        .map(ScopeOffer::scope)
                        .filter(scope -> chosen.contains(scope) && !given.contains(scope))
                        .forEach(given::add);
            }
        }
        record(given);
        return List.copyOf(given);
    }

    private void record(List<String> given) {
        UserConsentModel consent = new UserConsentModel(app);
        askedFor(given).forEach(consent::addGrantedClientScope);
        if (granted() == null) {
            UserConsentManager.addConsent(session, realm, person, consent);
        } else {
            UserConsentManager.updateConsent(session, realm, person, consent);
        }
        // Keycloak would ask again on a page of its own
        if (insists()) {
            login.removeClientNote(OIDCLoginProtocol.PROMPT_PARAM);
        }
    }

    private boolean insists() {
        return TokenUtil.hasPrompt(
                login.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_CONSENT);
    }

    private @Nullable UserConsentModel granted() {
        return UserConsentManager.getConsentByClient(session, realm, person, app.getId());
    }

    private Stream<ClientScopeModel> askedFor(List<String> scopes) {
        Map<String, ClientScopeModel> optional = app.getClientScopes(false);
        return scopes.stream()
                .map(optional::get)
                .filter(Objects::nonNull)
                .filter(ClientScopeModel::isDisplayOnConsentScreen)
                .filter(this::isOpenToPerson);
    }

    /** Scopes may be for some roles only; others get a token without them. */
    private boolean isOpenToPerson(ClientScopeModel scope) {
        List<RoleModel> roles = scope.getScopeMappingsStream().toList();
        return roles.isEmpty() || roles.stream().anyMatch(person::hasRole);
    }
}
