package health.strand.keycloak;

import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.Urls;
import org.keycloak.util.TokenUtil;

/** A token with which Keycloak asks the record server, for some seconds, what a person may see in an app. */
final class PersonToken {

    private static final int SECONDS = 30;

    private PersonToken() {}

    static String of(KeycloakSession session, UserModel person, String fhirUser, ClientModel app, String base) {
        AccessToken token = new AccessToken();
        token.id(SecretGenerator.getInstance().generateSecureID());
        token.type(TokenUtil.TOKEN_TYPE_BEARER);
        token.issuer(issuer(session));
        token.subject(person.getId());
        token.issuedFor(app.getClientId());
        token.audience(base);
        token.issuedNow();
        token.exp((long) Time.currentTime() + SECONDS);
        token.setScope("user/Patient.rs");
        token.setOtherClaims("fhirUser", fhirUser);
        return session.tokens().encode(token);
    }

    static String issuer(KeycloakSession session) {
        return Urls.realmIssuer(
                session.getContext().getUri().getBaseUri(),
                session.getContext().getRealm().getName());
    }
}
