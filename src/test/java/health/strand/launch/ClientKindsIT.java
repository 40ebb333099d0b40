package health.strand.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import health.strand.launch.App.Answer;
import health.strand.launch.App.Request;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How apps show who they are: not at all, by a secret, or by a key. */
class ClientKindsIT {

    private static final String SCOPE = "openid fhirUser launch/patient patient/*.rs";

    private final Visitor visitor = new Visitor(App.REDIRECT);

    @Test
    void givesAnAppWithASecretItsTokens() {
        App app = Apps.withSecret();
        Request request = app.request(SCOPE);
        Fields told = visitor.signIn(app, request, "ana");

        assertThat(app.exchange(request, told).status()).isEqualTo(200);
    }

    @Test
    void refusesAnAppWithTheWrongSecretOrNone() {
        App app = Apps.withSecret();
        for (String secret : new String[] {"wrong", null}) {
            App wrong = new App(
                    app.issuer(),
                    app.base(),
                    app.client(),
                    fields -> fields.set("client_id", app.client()).set("client_secret", secret));
            Request request = wrong.request(SCOPE);
            Visitor fresh = new Visitor(App.REDIRECT);
            Fields told = fresh.signIn(wrong, request, "ana");
            Answer answer = wrong.exchange(request, told);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text("error")).isIn("invalid_client", "unauthorized_client");
        }
    }

    @Test
    void givesAnAppWithKeysItsTokens() {
        for (JWSAlgorithm algorithm : new JWSAlgorithm[] {JWSAlgorithm.RS384, JWSAlgorithm.ES384}) {
            App app = Apps.withKeys(algorithm);
            Request request = app.request(SCOPE);
            Visitor fresh = new Visitor(App.REDIRECT);
            Fields told = fresh.signIn(app, request, "ana");
            Answer answer = app.exchange(request, told);

            assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
            assertThat(app.refresh(answer.text("refresh_token")).status()).isEqualTo(200);
        }
    }

    @Test
    void refusesAssertionsThatAreUsedUpTooOldTooLongOrForAnother() {
        Apps.withKeys(JWSAlgorithm.RS384);
        String used = UUID.randomUUID().toString();
        assertThat(exchanged(claims -> claims.jwtID(used))).isEqualTo(200);
        assertThat(exchanged(claims -> claims.jwtID(used))).isNotEqualTo(200);
        assertThat(exchanged(claims -> claims.expirationTime(in(-60)))).isNotEqualTo(200);
        assertThat(exchanged(claims -> claims.expirationTime(in(3_600)))).isNotEqualTo(200);
        assertThat(exchanged(claims -> claims.audience("https://other.example/token")))
                .isNotEqualTo(200);
        assertThat(exchanged(claims -> claims.subject("somebody-else"))).isNotEqualTo(200);
        assertThat(exchanged(claims -> claims.jwtID(null))).isNotEqualTo(200);
    }

    private int exchanged(UnaryOperator<JWTClaimsSet.Builder> claims) {
        App app = Apps.signing("test-keys", JWSAlgorithm.RS384, claims);
        Request request = app.request(SCOPE);
        request.fields().set("client_id", "test-keys");
        Visitor fresh = new Visitor(App.REDIRECT);
        Fields told = fresh.signIn(app, request, "ana");
        return app.exchange(request, told).status();
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    @Test
    void wantsAProofKeyOfEveryApp() {
        App app = Apps.ofTheClinic();
        Request without = app.request(SCOPE);
        without.fields().set("code_challenge", null).set("code_challenge_method", null);
        Request plain = app.request(SCOPE);
        plain.fields().set("code_challenge", plain.verifier()).set("code_challenge_method", "plain");

        assertThat(visitor.open(app.address(without)).told().first("error")).isEqualTo("invalid_request");
        assertThat(visitor.open(app.address(plain)).told().first("error")).isEqualTo("invalid_request");
        Request request = app.request(SCOPE);
        Fields told = visitor.signIn(app, request, "ana");
        Answer answer = app.exchange(new Request(request.state(), "x".repeat(43), request.fields()), told);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void renewsForAPublicAppThatOnlySendsItsRefreshToken() {
        App app = Apps.ofTheClinic();
        Request request = app.request(SCOPE);
        Answer first = app.exchange(request, visitor.signIn(app, request, "ana"));
        Answer second = nameless(app).refresh(first.text("refresh_token"));

        assertThat(second.status()).as(second.http().body()).isEqualTo(200);
        assertThat(second.text("patient")).isEqualTo(first.text("patient"));
        assertThat(second.claims().path("azp").asText()).isEqualTo(app.client());
    }

    @Test
    void doesNotTakeAnAppWithASecretOrKeysAtItsWord() {
        for (App app : new App[] {Apps.withSecret(), Apps.withKeys(JWSAlgorithm.ES384)}) {
            Request request = app.request(SCOPE);
            Answer first = app.exchange(request, new Visitor(App.REDIRECT).signIn(app, request, "ana"));

            assertThat(nameless(app).refresh(first.text("refresh_token")).status())
                    .isIn(400, 401);
            assertThat(app.refresh(first.text("refresh_token")).status()).isEqualTo(200);
        }
    }

    @Test
    void refusesRefreshTokensThatNobodyIssued() {
        App app = Apps.ofTheClinic();
        Request request = app.request(SCOPE);
        String token =
                app.exchange(request, visitor.signIn(app, request, "ana")).text("refresh_token");
        String[] parts = token.split("\\.");
        for (String forged : new String[] {"x", parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length())}) {
            assertThat(nameless(app).refresh(forged).status()).as(forged).isIn(400, 401);
        }
    }

    private static App nameless(App app) {
        return new App(app.issuer(), app.base(), app.client(), fields -> fields);
    }
}
