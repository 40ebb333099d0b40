package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.realm.ScopeCatalogue;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppTest {

    private static final String REDIRECT = "https://app.example.org/callback";
    private static final String JWKS = "https://app.example.org/jwks.json";

    @Test
    void asksPeopleAndWantsAProofKey() {
        ObjectNode client = app("--kind public --redirect " + REDIRECT).client();

        assertThat(client.path("publicClient").asBoolean()).isTrue();
        assertThat(client.path("consentRequired").asBoolean()).isTrue();
        assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
        assertThat(client.path("serviceAccountsEnabled").asBoolean(true)).isFalse();
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(client.path("redirectUris").toString()).isEqualTo("[\"" + REDIRECT + "\"]");
        assertThat(client.path("defaultClientScopes").toString()).contains("fhir-audience");
        assertThat(client.path("optionalClientScopes"))
                .hasSize(ScopeCatalogue.forLaunches().size()
                        + ScopeCatalogue.forApps().size());
        assertThat(client.toString()).doesNotContain("system/");
    }

    @Test
    void asksNobodyInTheClinicsOwn() {
        assertThat(app("--kind public --own --redirect " + REDIRECT)
                        .client()
                        .path("consentRequired")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void mayAskForWhatIsNamedOnly() {
        App app = app("--kind public --scopes openid --scopes patient/*.rs --redirect " + REDIRECT);

        assertThat(app.scopes()).containsExactly("patient/*.rs");
    }

    @Test
    void leavesAssertionsTheTimeThatSmartGivesThem() {
        for (String kind : new String[] {"keys --redirect " + REDIRECT, "backend --scopes system/Patient.rs"}) {
            ObjectNode client = app("--kind " + kind + " --jwks-url " + JWKS).client();
            assertThat(client.path("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
            assertThat(client.at("/attributes/token.endpoint.auth.signing.max.exp")
                            .asText())
                    .isEqualTo("305");
            assertThat(client.at("/attributes/jwks.url").asText()).isEqualTo(JWKS);
            assertThat(client.at("/attributes/use.jwks.url").asText()).isEqualTo("true");
        }
    }

    @Test
    void worksForItselfAsABackend() {
        ObjectNode client =
                app("--kind backend --purposes HRESCH --purposes TREAT --scopes system/Patient.rs --jwks-url " + JWKS)
                        .client();

        assertThat(client.path("serviceAccountsEnabled").asBoolean()).isTrue();
        assertThat(client.path("standardFlowEnabled").asBoolean(true)).isFalse();
        assertThat(client.path("consentRequired").asBoolean(true)).isFalse();
        assertThat(client.at("/attributes/strand.purposes").asText()).isEqualTo("HRESCH TREAT");
        assertThat(client.path("redirectUris")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.org/callback",
                "https://app.example.org/callback?tenant=1",
                "http://127.0.0.1/callback",
                "http://127.0.0.1:4711/callback",
                "http://[::1]/callback",
                "http://localhost:3000/callback",
                "org.example.app:/callback"
            })
    void takesSafeRedirects(String redirect) {
        assertThat(app("--kind public --redirect " + redirect).addresses().redirects())
                .containsExactly(redirect);
    }

    @ParameterizedTest
    @CsvSource({
        "https://app.example.org/*, wildcard",
        "https://*.example.org/callback, wildcard",
        "*, wildcard",
        "http://app.example.org/callback, https",
        "http://127.0.0.1.example.org/callback, https",
        "https://app.example.org/callback#part, fragment",
        "https://app.example.org/callback#, fragment",
        "https://user@app.example.org/callback, user",
        "https://app.example.org/a/../callback, step",
        "/callback, whole address",
        "javascript:alert(1), whole address",
        "javascript:/callback, https",
        "example:/callback, https",
        "https:///callback, https",
        "https://app.example.org/a|b, address"
    })
    void refusesOtherRedirects(String redirect, String why) {
        assertRefused("--kind public --redirect " + redirect, why);
    }

    @Test
    void givesNoSecretToAnAppWithoutTls() {
        assertRefused("--kind secret --redirect http://127.0.0.1/callback", "with a secret");
        assertRefused("--kind secret --redirect org.example.app:/callback", "with a secret");
        assertRefused("--kind secret --redirect " + REDIRECT + " --redirect http://localhost/c", "with a secret");
        assertThat(app("--kind secret --redirect " + REDIRECT)
                        .client()
                        .path("clientAuthenticatorType")
                        .asText())
                .isEqualTo("client-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "--kind keys --redirect https://app.example.org/c, needs --jwks-url or --jwks-file",
        "--kind backend --scopes system/Patient.rs, needs --jwks-url or --jwks-file",
        "--kind backend --scopes system/Patient.rs --jwks-url http://app.example.org/jwks, --jwks-url",
        "--kind backend --scopes system/Patient.rs --jwks-url https://a.example --jwks-file f, not both",
        "--kind public --redirect https://app.example.org/c --jwks-url https://a.example, has no keys",
        "--kind backend --jwks-url https://a.example, needs --scopes",
        "--kind backend --own --scopes system/Patient.rs --jwks-url https://a.example, asks nobody",
        "--kind backend --redirect https://a.example --scopes system/Patient.rs --jwks-url https://a.example, no --redirect",
        "--kind public, --redirect is missing",
        "--redirect https://app.example.org/c, --kind is missing",
        "--kind native --redirect https://app.example.org/c, --kind is one of",
        "--kind public --redirect https://app.example.org/c --launch-url http://app.example.org/l, --launch-url"
    })
    void refusesWhatDoesNotGoTogether(String options, String why) {
        assertRefused(options, why);
    }

    @Test
    void refusesUnknownScopesAndThoseOfTheOtherKind() {
        assertRefused("--kind public --scopes patient/Spaceship.rs --redirect " + REDIRECT, "unknown");
        assertRefused("--kind public --scopes system/*.rs --redirect " + REDIRECT, "for backends");
        assertRefused("--kind backend --scopes user/*.rs --jwks-url " + JWKS, "not for a backend");
        assertRefused("--kind backend --scopes offline_access --jwks-url " + JWKS, "not for a backend");
    }

    @Test
    void refusesUnknownPurposesAndPurposesOfPeople() {
        assertRefused("--kind backend --purposes SPYING --scopes system/*.rs --jwks-url " + JWKS, "`SPYING`");
        assertRefused("--kind public --purposes TREAT --redirect " + REDIRECT, "their role");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "-a", "é"})
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> App.of(name, arguments("--kind public --redirect " + REDIRECT)))
                .hasMessageContaining("name of an app");
    }

    private static void assertRefused(String options, String why) {
        assertThatThrownBy(() -> app(options))
                .isInstanceOf(ProvisionFailed.class)
                .hasMessageContaining(why);
    }

    private static App app(String options) {
        return App.of("an-app", arguments(options));
    }

    private static Arguments arguments(String options) {
        String[] line =
                Stream.of(options.split(" ")).filter(word -> !word.isEmpty()).toArray(String[]::new);
        assertThat(Arrays.asList(line)).isNotEmpty();
        return Arguments.read(line, App.OPTIONS, Set.of(App.OWN));
    }
}
