package health.strand.demo;

import health.strand.embedded.DemoAuthenticator;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keycloak's login page: filled in, it answers with a redirect that carries the authorization code. */
final class LoginPage {

    /** The form on which people choose a patient. */
    private static final String LAUNCH_PAGE = "id=\"strand-launch\"";

    /** The form on which people type what their authenticator app shows. */
    private static final String CODE_PAGE = "id=\"kc-otp-login-form\"";

    private static final Pattern ACTION = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    private final HttpResponse<String> page;
    private final String redirect;
    private final String state;

    LoginPage(HttpResponse<String> page, String redirect, String state) {
        this.page = page;
        this.redirect = redirect;
        this.state = state;
    }

    String code(Browser browser, String login, String password) {
        HttpResponse<String> answer =
                browser.post(action(), Map.of("username", login, "password", password, "credentialId", ""));
        if (answer.statusCode() == 200 && answer.body().contains(CODE_PAGE)) {
            String shown = DemoAuthenticator.code(Clock.systemUTC().instant());
            answer = browser.post(new LoginPage(answer, redirect, state).action(), Map.of("otp", shown));
        }
        return codeFrom(answer);
    }

    private String action() {
        page.headers().firstValue("Location").ifPresent(location -> {
            throw new LoginFailed("Keycloak refused the request: " + reason(location));
        });
        Matcher form = ACTION.matcher(page.body());
        if (page.statusCode() != 200 || !form.find()) {
            throw new LoginFailed("Keycloak showed no login page (HTTP " + page.statusCode() + ")");
        }
        return form.group(1).replace("&amp;", "&");
    }

    private String codeFrom(HttpResponse<String> answer) {
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new LoginFailed(
                        answer.body().contains(LAUNCH_PAGE)
                                ? "Keycloak asks whose record to open, which takes a browser; ask for user/ scopes instead"
                                : "Keycloak did not accept the user name or password"));
        if (!location.startsWith(redirect)) {
            throw new LoginFailed("Keycloak asks for more than a password: "
                    + URI.create(location).getPath());
        }
        String query = URI.create(location).getRawQuery();
        if (!Form.value(query, "state").equals(Optional.of(state))) {
            throw new LoginFailed("the answer belongs to another login (state differs)");
        }
        return Form.value(query, "code").orElseThrow(() -> new LoginFailed(reason(location)));
    }

    private static String reason(String location) {
        String query = String.valueOf(URI.create(location).getRawQuery());
        return Form.value(query, "error").orElse("no reason given")
                + Form.value(query, "error_description")
                        .map(text -> ", " + text)
                        .orElse("");
    }
}
