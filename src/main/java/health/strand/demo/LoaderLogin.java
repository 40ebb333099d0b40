package health.strand.demo;

import health.strand.embedded.KeycloakAccess;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.util.Map;

/** Gets access tokens for the program that loads the demo clinic, as itself and for no person. */
public final class LoaderLogin {

    private final KeycloakAccess keycloak;

    /** Logs in at the given Keycloak with the loader's secret. */
    public LoaderLogin(KeycloakAccess keycloak) {
        this.keycloak = keycloak;
    }

    /** An access token for everything the loader writes; it lasts five minutes, so long loads ask again. */
    public String accessToken() {
        return accessToken("system/*.cruds");
    }

    /** An access token for the given scope. */
    public String accessToken(String scope) {
        HttpResponse<String> answer = new Browser()
                .post(
                        keycloak.issuer() + "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                keycloak.loader().id(),
                                "client_secret",
                                keycloak.loader().secret(),
                                "scope",
                                scope));
        if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new LoginFailed("Keycloak gave the loader no token: " + answer.body());
        }
        return TokenAnswer.accessToken(answer.body());
    }
}
