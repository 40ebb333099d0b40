package health.strand.demo;

import health.strand.embedded.Persona;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

/** Signs a demo account in to an app that is not the clinic's own. */
public final class AppLogin {

    private static final String REDIRECT = "http://127.0.0.1/callback";

    private final String issuer;
    private final String audience;
    private final String app;

    public AppLogin(String issuer, String audience, String app) {
        this.issuer = issuer;
        this.audience = audience;
        this.app = app;
    }

    /** The access token for these scopes. */
    public String accessToken(String login, String scope) {
        Browser browser = new Browser();
        CodeVerifier verifier = CodeVerifier.random();
        String state = CodeVerifier.random().text();
        Map<String, String> asked = new HashMap<>(Map.of(
                "response_type", "code",
                "client_id", app,
                "redirect_uri", REDIRECT,
                "scope", scope,
                "state", state,
                "aud", audience,
                "code_challenge", verifier.challenge(),
                "code_challenge_method", "S256"));
        if (Persona.named(login).filter(persona -> !persona.patientApp()).isPresent()) {
            asked.put("acr_values", "strong");
        }
        HttpResponse<String> page = browser.get(issuer + "/protocol/openid-connect/auth?" + Form.encode(asked));
        String code = new LoginPage(page, REDIRECT, state).code(browser, login, Persona.DEMO_PASSWORD);
        HttpResponse<String> answer = browser.post(
                issuer + "/protocol/openid-connect/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", app,
                        "redirect_uri", REDIRECT,
                        "code", code,
                        "code_verifier", verifier.text()));
        return TokenAnswer.accessToken(answer.body());
    }
}
