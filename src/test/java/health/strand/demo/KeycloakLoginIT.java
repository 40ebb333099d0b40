package health.strand.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.embedded.DataDirectory;
import health.strand.embedded.KeycloakAccess;
import health.strand.embedded.KeycloakProcess;
import health.strand.embedded.Persona;
import health.strand.embedded.Ports;
import health.strand.embedded.Progress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo's real Keycloak issues, and refuses to issue. */
class KeycloakLoginIT {

    private static final Ports PORTS = new Ports(19_510);
    private static final String AUTHORIZE = PORTS.issuer() + "/protocol/openid-connect/auth?";

    @TempDir
    static Path folder;

    private static DataDirectory data;
    private static KeycloakProcess keycloak;
    private static KeycloakAccess access;
    private final PersonaLogin login = new PersonaLogin(PORTS.issuer(), PORTS.fhirBase());

    @BeforeAll
    static void start() {
        data = DataDirectory.open(folder.resolve("data"));
        keycloak = new KeycloakProcess(data, Path.of("target", "keycloak"), PORTS, Progress.silent());
        access = keycloak.start();
        keycloak.setup().linkAccount("sora", "Practitioner/sora");
        for (String patient : new String[] {"ana", "ana", "ben", "kim", "pat"}) {
            keycloak.setup().linkAccount(patient, "Patient/" + patient);
        }
    }

    @AfterAll
    static void stop() {
        keycloak.close();
        data.close();
    }

    @Test
    void givesAClinicianATokenForThisRecord() {
        AccessTokenClaims token = AccessTokenClaims.of(login.accessToken("sora", "openid fhirUser user/*.cruds"));

        assertThat(token.header().path("alg").asText()).isEqualTo("RS256");
        assertThat(token.text("iss")).isEqualTo(PORTS.issuer());
        assertThat(token.audience()).containsExactly(PORTS.fhirBase());
        assertThat(token.scopes()).contains("openid", "fhirUser", "user/*.cruds");
        assertThat(token.text("fhirUser")).isEqualTo("Practitioner/sora");
        assertThat(token.text("azp")).isEqualTo("strand-app");
        assertThat(token.text("sub")).isNotBlank();
        assertThat(token.claims().has("patient")).isFalse();
        assertThat(token.text("exp"))
                .isEqualTo(Long.toString(token.claims().path("iat").asLong() + 300));
    }

    @Test
    void putsThePatientInContextWhenOneIsAskedForOrNeeded() {
        for (String scope : new String[] {"launch/patient", "patient/*.rs", "launch/patient patient/*.rs"}) {
            assertThat(AccessTokenClaims.of(login.accessToken("ana", scope)).text("patient"))
                    .as(scope)
                    .isEqualTo("ana");
        }
        assertThat(AccessTokenClaims.of(login.accessToken("ana", "openid fhirUser"))
                        .claims()
                        .has("patient"))
                .isFalse();
    }

    @Test
    void leavesScopesBeyondOnePatientOutOfPatientsTokens() {
        assertThat(AccessTokenClaims.of(login.accessToken("ana", "openid user/*.rs user/Observation.rs patient/*.rs"))
                        .scopes())
                .contains("patient/*.rs")
                .noneMatch(scope -> scope.startsWith("user/"));
    }

    @Test
    void givesEveryPersonaItsUsualToken() {
        for (Persona persona : Persona.all()) {
            AccessTokenClaims token = AccessTokenClaims.of(login.accessToken(persona));
            assertThat(token.audience()).containsExactly(PORTS.fhirBase());
            assertThat(token.scopes())
                    .contains(PersonaLogin.defaultScope(persona).split(" "));
        }
    }

    @Test
    void givesGranularScopesAndOfflineAccess() {
        String laboratory = "patient/Observation.rs?category="
                + "http://terminology.hl7.org/CodeSystem/observation-category|laboratory";
        String answer = login.tokens(
                "ana",
                Persona.DEMO_PASSWORD,
                "openid offline_access launch/patient patient/Patient.read " + laboratory);

        assertThat(AccessTokenClaims.of(TokenAnswer.accessToken(answer)).scopes())
                .contains("offline_access", "patient/Patient.read", laboratory);
        assertThat(answer).contains("\"refresh_token\"").contains("\"id_token\"");
    }

    @Test
    void keepsALongScopeText() {
        StringBuilder scope = new StringBuilder("openid");
        for (String type : new String[] {"Patient", "Observation", "Condition", "MedicationAdministration"}) {
            for (int copy = 0; copy < 60; copy++) {
                scope.append(" patient/").append(type).append(".cruds");
            }
        }
        assertThat(scope.length()).isGreaterThan(4000);
        assertThat(AccessTokenClaims.of(login.accessToken("ana", scope.toString()))
                        .scopes())
                .contains("patient/MedicationAdministration.cruds");
    }

    @Test
    void refusesAWrongPassword() {
        assertThatThrownBy(() -> login.accessToken("bo", "guess", "openid"))
                .isInstanceOf(LoginFailed.class)
                .hasMessageContaining("user name or password");
    }

    @Test
    void refusesAnUnknownScope() {
        assertThatThrownBy(() -> login.accessToken("sora", "user/Spaceship.rs"))
                .isInstanceOf(LoginFailed.class)
                .hasMessageContaining("invalid_scope");
    }

    @Test
    void refusesSystemScopesToAnApp() {
        assertThatThrownBy(() -> login.accessToken("sora", "system/*.cruds")).hasMessageContaining("invalid_scope");
    }

    @Test
    void refusesALoginWithoutOrWithPlainProofKey() {
        assertThat(refusal("")).contains("error=invalid_request");
        assertThat(refusal("&code_challenge_method=plain&code_challenge=" + "a".repeat(43)))
                .contains("error=invalid_request");
    }

    @Test
    void acceptsAnyPortOfTheAppOnLoopbackButNoOtherPlace() {
        String proof = "&code_challenge_method=S256&code_challenge=" + "a".repeat(43);

        assertThat(answer("http://127.0.0.1:54321/callback", proof).statusCode())
                .isEqualTo(200);
        assertThat(answer("http://127.0.0.1:54321/elsewhere", proof).statusCode())
                .isEqualTo(400);
        assertThat(answer("https://example.org/callback", proof).statusCode()).isEqualTo(400);
    }

    @Test
    void givesTheLoaderATokenOfItsOwn() {
        AccessTokenClaims token = AccessTokenClaims.of(new LoaderLogin(access).accessToken());

        assertThat(token.audience()).containsExactly(PORTS.fhirBase());
        assertThat(token.scopes()).containsExactly("system/*.cruds");
        assertThat(token.text("azp")).isEqualTo("strand-loader");
        assertThat(token.claims().has("fhirUser")).isFalse();
    }

    @Test
    void refusesTheLoaderWithoutItsSecretOrOutsideSystemScopes() {
        HttpResponse<String> answer = new Browser()
                .post(
                        PORTS.issuer() + "/protocol/openid-connect/token",
                        Map.of("grant_type", "client_credentials", "client_id", "strand-loader", "client_secret", "x"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThatThrownBy(() -> new LoaderLogin(access).accessToken("user/*.rs"))
                .hasMessageContaining("invalid_scope");
    }

    private String refusal(String proof) {
        Optional<String> location =
                answer("http://127.0.0.1/callback", proof).headers().firstValue("Location");
        return location.orElse("");
    }

    private static HttpResponse<String> answer(String redirect, String proof) {
        return new Browser()
                .get(AUTHORIZE
                        + Form.encode(
                                Map.of("response_type", "code", "client_id", "strand-app", "redirect_uri", redirect))
                        + proof);
    }
}
