package health.strand.demo;

import health.strand.embedded.Persona;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gets a demo account's access token the way an app does: authorization code with PKCE, through Keycloak's login page.
 * The redirect back to the app is read, not followed.
 */
public final class PersonaLogin {

    private static final String CLIENT = "strand-app";
    private static final String REDIRECT = "http://127.0.0.1/callback";

    private final String issuer;
    private final String audience;
    private final boolean strong;

    /** Logs in at the given issuer, for the record at the given FHIR base address, by password. */
    public PersonaLogin(String issuer, String audience) {
        this(issuer, audience, false);
    }

    private PersonaLogin(String issuer, String audience, boolean strong) {
        this.issuer = issuer;
        this.audience = audience;
        this.strong = strong;
    }

    /** Logs in the same with a second factor, too. */
    public PersonaLogin strongly() {
        return new PersonaLogin(issuer, audience, true);
    }

    /** What an account usually asks for: its own record, or what its role may see. */
    public static String defaultScope(Persona persona) {
        return persona.patientApp() ? "openid fhirUser launch/patient patient/*.cruds" : "openid fhirUser user/*.cruds";
    }

    /** The access token of a demo account for what it usually asks for. */
    public String accessToken(Persona persona) {
        return accessToken(persona.login(), defaultScope(persona));
    }

    /** The access token of a demo account. */
    public String accessToken(String login, String scope) {
        return accessToken(login, Persona.DEMO_PASSWORD, scope);
    }

    /** The access token of any account of the realm. */
    public String accessToken(String login, String password, String scope) {
        return TokenAnswer.accessToken(tokens(login, password, scope));
    }

    /** The whole answer of the token endpoint, as JSON. */
    public String tokens(String login, String password, String scope) {
        Browser browser = new Browser();
        CodeVerifier verifier = CodeVerifier.random();
        String state = CodeVerifier.random().text();
        HttpResponse<String> page = browser.get(
                issuer + "/protocol/openid-connect/auth?" + Form.encode(authorization(scope, state, verifier)));
        String code = new LoginPage(page, REDIRECT, state).code(browser, login, password);
        return exchange(browser, code, verifier);
    }

    private Map<String, String> authorization(String scope, String state, CodeVerifier verifier) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", CLIENT);
        parameters.put("redirect_uri", REDIRECT);
        parameters.put("scope", scope);
        parameters.put("state", state);
        parameters.put("aud", audience);
        parameters.put("code_challenge", verifier.challenge());
        parameters.put("code_challenge_method", "S256");
        if (strong) {
            parameters.put("acr_values", "strong");
        }
        return parameters;
    }

    private String exchange(Browser browser, String code, CodeVerifier verifier) {
        HttpResponse<String> answer = browser.post(
                issuer + "/protocol/openid-connect/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", CLIENT,
                        "redirect_uri", REDIRECT,
                        "code", code,
                        "code_verifier", verifier.text()));
        if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new LoginFailed("Keycloak gave no token: " + answer.body());
        }
        return answer.body();
    }
}
