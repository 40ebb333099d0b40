package health.strand.launch;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.embedded.DemoAuthenticator;
import health.strand.launch.App.Answer;
import health.strand.launch.App.Request;
import health.strand.server.EmergencyPatient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody in the middle of their work opens a record in an emergency: the app does what the challenge says, at Keycloak. */
class EmergencyStepUpIT {

    private static final String SCOPE = "openid fhirUser user/*.cruds";
    private static final Pattern PARAMETER = Pattern.compile("(acr_values|max_age)=\"([^\"]+)\"");

    private final EmergencyPatient patient = new EmergencyPatient();
    private final Visitor visitor = new Visitor(App.REDIRECT);
    private final App app = Apps.ofTheClinic();

    @AfterEach
    void end() {
        patient.close();
    }

    private Answer byPassword() {
        Request request = app.request(SCOPE);
        return app.exchange(request, visitor.signIn(app, request, "ito"));
    }

    /** What a challenge says goes into the request as it is. */
    private Request answerTo(HttpResponse<String> challenge) {
        assertThat(challenge.statusCode()).isEqualTo(401);
        String said = challenge.headers().firstValue("WWW-Authenticate").orElseThrow();
        assertThat(said).startsWith("Bearer error=\"insufficient_user_authentication\"");
        Request request = app.request(SCOPE);
        Matcher parameters = PARAMETER.matcher(said);
        while (parameters.find()) {
            request.fields().set(parameters.group(1), parameters.group(2));
        }
        assertThat(request.fields().first("acr_values")).isEqualTo("strong");
        assertThat(request.fields().first("max_age")).isEqualTo("300");
        return request;
    }

    private Visitor.Place withCode(Visitor.Place page) {
        return visitor.submit(page, page.fields().set("otp", DemoAuthenticator.code(Instant.now())));
    }

    @Test
    void opensARecordAfterOneCodeInASessionByPassword() throws InterruptedException {
        Answer weak = byPassword();
        Request request = answerTo(patient.open(weak.text("access_token")));
        // log-ins are told apart by the second
        Thread.sleep(1_100);

        Visitor.Place page = visitor.open(app.address(request));
        assertThat(page.fields().first("password")).isNull();
        Answer raised = app.exchange(request, withCode(page).told());

        assertThat(raised.claims().path("sid")).isEqualTo(weak.claims().path("sid"));
        assertThat(raised.claims().path("auth_time").asLong())
                .isGreaterThan(weak.claims().path("auth_time").asLong());
        String token = raised.text("access_token");
        assertThat(patient.read(token)).isEqualTo(404);
        assertThat(patient.open(token).statusCode()).isEqualTo(200);
        assertThat(patient.read(token)).isEqualTo(200);
    }

    /** A second stands for the five minutes: what Keycloak does hangs on what the app asks for, and on nothing else. */
    @Test
    void isAskedForEverythingAgainOnceAStrongLogInIsOlderThanTheChallengeSays() throws InterruptedException {
        Request first = answerTo(patient.open(byPassword().text("access_token")));
        Answer strong =
                app.exchange(first, withCode(visitor.open(app.address(first))).told());
        Thread.sleep(2_100);

        Request young = app.request(SCOPE);
        young.fields().set("acr_values", "strong").set("max_age", "300");
        Answer same = app.exchange(young, visitor.open(app.address(young)).told());
        assertThat(same.claims().path("auth_time"))
                .as("a log-in that is young enough is good as it is")
                .isEqualTo(strong.claims().path("auth_time"));

        Request old = app.request(SCOPE);
        old.fields().set("acr_values", "strong").set("max_age", "1");
        Visitor.Place password = visitor.open(app.address(old));
        assertThat(password.isBack()).isFalse();
        Visitor.Place code = visitor.logIn(password, "ito");
        assertThat(code.form().id()).isEqualTo("kc-otp-login-form");
        Answer fresh = app.exchange(old, withCode(code).told());

        assertThat(fresh.claims().path("sid")).isEqualTo(strong.claims().path("sid"));
        assertThat(fresh.claims().path("acr").asText()).isEqualTo("strong");
        assertThat(fresh.claims().path("auth_time").asLong())
                .isGreaterThan(strong.claims().path("auth_time").asLong());
        assertThat(patient.open(fresh.text("access_token")).statusCode()).isEqualTo(200);
    }
}
