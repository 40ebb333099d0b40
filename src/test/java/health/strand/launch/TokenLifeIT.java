package health.strand.launch;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.launch.App.Answer;
import health.strand.launch.App.Request;
import health.strand.server.RunningStrand;
import org.junit.jupiter.api.Test;

/** How tokens are renewed, looked into, exchanged and taken back. */
class TokenLifeIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final Visitor visitor = new Visitor(App.REDIRECT);
    private final App app = Apps.ofTheClinic();

    private Answer signIn(String scope) {
        Request request = app.request(scope);
        return app.exchange(request, visitor.signIn(app, request, "ana"));
    }

    @Test
    void renewsARefreshTokenAtEveryUse() {
        Answer first = signIn("openid launch/patient patient/*.rs online_access");
        Answer second = app.refresh(first.text("refresh_token"));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(second.scopes()).contains("online_access");
    }

    @Test
    void endsTheSessionOfAnAppWhoseRefreshTokenIsUsedTwice() throws InterruptedException {
        Answer first = signIn("openid launch/patient patient/*.rs offline_access");
        Answer second = app.refresh(first.text("refresh_token"));
        // Keycloak tells uses apart by the second
        Thread.sleep(2_100);

        assertThat(app.refresh(first.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(app.refresh(second.text("refresh_token")).status()).isNotEqualTo(200);
    }

    @Test
    void keepsOfflineAccessAfterTheBrowserIsSignedOut() {
        Answer tokens = signIn("openid launch/patient patient/*.rs offline_access");
        Answer online = signInAgain("openid launch/patient patient/*.rs");
        app.post("logout", Fields.of("refresh_token", online.text("refresh_token")));

        Answer renewed = app.refresh(tokens.text("refresh_token"));
        assertThat(renewed.status()).as(renewed.http().body()).isEqualTo(200);
        assertThat(renewed.text("patient")).isEqualTo(STRAND.id("ana"));
        assertThat(app.refresh(online.text("refresh_token")).status()).isNotEqualTo(200);
    }

    private Answer signInAgain(String scope) {
        Request request = app.request(scope);
        Visitor.Place place = visitor.open(app.address(request));
        return app.exchange(request, (place.isBack() ? place : visitor.logIn(place, "ana")).told());
    }

    @Test
    void asksForNoMoreAtARefreshThanWasGranted() {
        Answer first = signIn("openid launch/patient patient/Patient.rs patient/Media.rs");
        Answer narrowed = app.token(Fields.of(
                "grant_type", "refresh_token",
                "refresh_token", first.text("refresh_token"),
                "scope", "patient/Patient.rs"));
        assertThat(first.scopes()).containsAll(narrowed.scopes());
        Answer widened = app.token(Fields.of(
                "grant_type", "refresh_token",
                "refresh_token", narrowed.text("refresh_token"),
                "scope", "patient/Patient.rs patient/Observation.rs"));
        assertThat(widened.status() == 200 && widened.scopes().contains("patient/Observation.rs"))
                .isFalse();
    }

    @Test
    void saysEverythingOfALaunchWhenAskedWhatATokenIs() {
        Answer tokens = signIn("openid fhirUser launch/patient patient/*.rs");
        Answer said = Introspection.of(tokens.text("access_token"));

        assertThat(said.json().path("active").asBoolean()).isTrue();
        assertThat(said.text("scope").split(" ")).contains("patient/*.rs");
        assertThat(said.text("client_id")).isEqualTo("strand-app");
        assertThat(said.text("patient")).isEqualTo(STRAND.id("ana"));
        assertThat(said.json().path("need_patient_banner").asBoolean()).isTrue();
        assertThat(said.text("fhirUser")).isEqualTo("Patient/" + STRAND.id("ana"));
        assertThat(said.text("iss")).isEqualTo(Apps.issuer());
        assertThat(said.text("sub")).isNotBlank();
        assertThat(said.json().path("exp").asLong()).isPositive();
    }

    @Test
    void tellsNobodyElseWhatATokenIs() {
        Answer tokens = signIn("openid launch/patient patient/*.rs");
        App other = Apps.withSecret();

        assertThat(other.post("token/introspect", Fields.of("token", tokens.text("access_token")))
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
        assertThat(app.post("token/introspect", Fields.of("token", tokens.text("access_token")))
                        .status())
                .isNotEqualTo(200);
    }

    @Test
    void endsTokensThatAreTakenBack() {
        Answer tokens = signIn("openid launch/patient patient/*.rs offline_access");
        assertThat(app.post("revoke", Fields.of("token", tokens.text("refresh_token")))
                        .status())
                .isEqualTo(200);

        assertThat(app.refresh(tokens.text("refresh_token")).text("error")).isEqualTo("invalid_grant");
        assertThat(Introspection.of(tokens.text("access_token"))
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void keepsTheLaunchWhenATokenIsExchanged() {
        App viewer = exchanging();
        Request request = viewer.request("openid launch/patient patient/*.rs");
        Answer tokens = viewer.exchange(request, visitor.signIn(viewer, request, "ana"));
        Answer exchanged = viewer.token(Fields.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token", tokens.text("access_token"),
                "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                "requested_token_type", "urn:ietf:params:oauth:token-type:access_token",
                "scope", "patient/*.rs"));

        assertThat(exchanged.status()).as(exchanged.http().body()).isEqualTo(200);
        assertThat(exchanged.claims().path("patient").asText()).isEqualTo(STRAND.id("ana"));
    }

    private static App exchanging() {
        String name = "test-exchange";
        Apps.realm().add(name, "strand-app", client -> {
            client.put("publicClient", false)
                    .put("clientAuthenticatorType", "client-secret")
                    .put("secret", Apps.SECRET);
            client.withObject("/attributes").put("standard.token.exchange.enabled", "true");
        });
        return new App(
                Apps.issuer(),
                STRAND.base(),
                name,
                fields -> fields.set("client_id", name).set("client_secret", Apps.SECRET));
    }
}
