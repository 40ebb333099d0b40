package health.strand.launch;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.embedded.DemoAuthenticator;
import health.strand.embedded.DemoCredential;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever guesses is stopped after some tries, whether they guess passwords or codes. */
class GuessingIT {

    private static final int TRIES = 11;
    private static final String PASSWORD = "right-" + UUID.randomUUID();

    private final App app = Apps.ofTheClinic();

    private static void account(String name, String... more) {
        String body =
                "{\"username\":\"" + name + "\",\"enabled\":true,\"firstName\":\"G\",\"lastName\":\"G\",\"email\":\""
                        + name + "@example.org\",\"credentials\":[{\"type\":\"password\",\"value\":\"" + PASSWORD
                        + "\"}" + String.join("", more) + "]}";
        assertThat(Apps.realm().send("POST", "/users", body).statusCode()).isEqualTo(201);
    }

    private Visitor.Place tried(String name, String password) {
        Visitor visitor = new Visitor(App.REDIRECT);
        Visitor.Place page = visitor.open(app.address(app.request("openid")));
        return visitor.submit(page, page.fields().set("username", name).set("password", password));
    }

    @Test
    void stopsWhoGuessesPasswords() {
        String guessed = "guessed-" + UUID.randomUUID();
        String other = "other-" + UUID.randomUUID();
        account(guessed);
        account(other);
        assertThat(tried(guessed, PASSWORD).isBack()).isTrue();

        for (int i = 0; i < TRIES; i++) {
            assertThat(tried(guessed, "wrong").isBack()).isFalse();
        }

        Visitor.Place stopped = tried(guessed, PASSWORD);
        assertThat(stopped.isBack()).isFalse();
        assertThat(stopped.text()).isEqualTo(tried(guessed, "wrong").text());
        assertThat(tried(other, PASSWORD).isBack()).isTrue();
    }

    @Test
    void stopsWhoGuessesCodes() {
        String account = "codes-" + UUID.randomUUID();
        account(account, "," + DemoCredential.json());
        Visitor visitor = new Visitor(App.REDIRECT);
        App.Request request = app.request("openid");
        request.fields().set("acr_values", "strong");
        Visitor.Place page = visitor.open(app.address(request));
        page = visitor.submit(page, page.fields().set("username", account).set("password", PASSWORD));
        for (int i = 0; i < TRIES; i++) {
            page = visitor.submit(page, page.fields().set("otp", wrong()));
        }

        assertThat(visitor.submit(page, page.fields().set("otp", DemoAuthenticator.code(Instant.now())))
                        .isBack())
                .isFalse();
    }

    private static String wrong() {
        String right = DemoAuthenticator.code(Instant.now());
        return (right.charAt(0) == '0' ? '1' : '0') + right.substring(1);
    }
}
