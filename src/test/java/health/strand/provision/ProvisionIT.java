package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.demo.AppLogin;
import health.strand.embedded.FreshKeycloak;
import health.strand.realm.RealmJson;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two commands of a clinic's administrator, at a Keycloak that knows nothing of us but the provider. */
class ProvisionIT {

    private static final String BASE = BareClinic.BASE;
    private static final String REALM = BareClinic.REALM;
    private static final BareClinic CLINIC = BareClinic.get();

    private static final Administration KEYCLOAK = CLINIC.keycloak();
    private static final List<String> FIRST = CLINIC.first();

    @Test
    void onlySaysWhatItWouldDoInADryRun() {
        assertThat(CLINIC.planned().get(0)).isEqualTo("would create realm clinic");
        assertThat(CLINIC.leftUntouched()).isTrue();
    }

    @Test
    void makesARealmAndSaysWhatOf() {
        assertThat(FIRST)
                .contains(
                        "created realm clinic",
                        "created role staff",
                        "created scope user/*.rs for staff",
                        "created flow strand-browser",
                        "changed realm, browserFlow: browser -> strand-browser",
                        "created account attribute fhir_user",
                        "created client " + BASE);
        assertThat(FIRST.get(FIRST.size() - 1)).matches("\\d{3} created, \\d+ changed");
        JsonNode realm = KEYCLOAK.get(REALM);
        assertThat(realm.path("sslRequired").asText()).isEqualTo("external");
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
        JsonNode pages = Clients.find(KEYCLOAK, REALM, "account-console").orElseThrow();
        assertThat(pages.path("defaultClientScopes").toString())
                .as("without it nobody can disconnect an app in their account")
                .contains("roles");
        for (String demo : new String[] {"strand-app", "strand-loader", "strand-setup"}) {
            assertThat(Clients.find(KEYCLOAK, REALM, demo)).isEmpty();
        }
        assertThat(KEYCLOAK.get(REALM + "/users?username=sora&exact=true")).isEmpty();
    }

    @Test
    void findsNothingToDoASecondTime() {
        assertThat(CLINIC.provision()).containsExactly("nothing differs");
    }

    @Test
    void mendsWhatSomebodyChangedAndKeepsWhatTheyAdded() {
        damage();
        add();

        List<String> planned = CLINIC.provision("--dry-run");
        assertThat(planned)
                .contains(
                        "would change realm, accessTokenLifespan: 3600 -> 300",
                        "would change realm, sslRequired: none -> external",
                        "would change realm, browserFlow: browser -> strand-browser",
                        "would create scope launch/patient",
                        "would change scope user/*.rs, for staff",
                        "would change flow strand-browser, step strand-smart-launch, requirement: DISABLED -> REQUIRED",
                        "would change account attribute fhir_user, permissions.edit: [\"admin\",\"user\"] -> [\"admin\"]")
                .anyMatch(line -> line.startsWith("would change scope fhir-audience, mapper fhir base address"))
                .endsWith("1 to create, 7 to change; nothing was done");
        assertThat(CLINIC.provision("--dry-run")).containsExactlyInAnyOrderElementsOf(planned);

        assertThat(CLINIC.provision())
                .contains("created scope launch/patient", "changed realm, accessTokenLifespan: 3600 -> 300")
                .endsWith("1 created, 7 changed");
        assertThat(CLINIC.provision()).containsExactly("nothing differs");
        assertThat(KEYCLOAK.get(REALM + "/client-scopes").toString()).contains("\"theirs\"");
        assertThat(KEYCLOAK.get(REALM + "/users?username=pia&exact=true")).hasSize(1);
    }

    @Test
    void refusesAWrongSecretAndAWrongAddress() {
        Administration wrong = new Administration(URI.create(CLINIC.address()), FreshKeycloak.ADMIN, "wrong");
        assertThatThrownBy(wrong::logIn).hasMessageContaining("does not let").hasMessageContaining("401");
        assertThatThrownBy(() -> new Administration(URI.create(CLINIC.address() + "/elsewhere"), "x", "y").logIn())
                .hasMessageContaining("no Keycloak");
        assertThatThrownBy(() -> new Administration(URI.create("http://127.0.0.1:1"), "x", "y").logIn())
                .hasMessageContaining("nothing answers");
    }

    @Test
    void letsAnAddedAppGetTokensForTheRecord() {
        assertThat(CLINIC.app(
                        "add", "test-chart", "--kind", "public", "--own", "--redirect", "http://127.0.0.1/callback"))
                .anyMatch(line -> line.startsWith("added test-chart, public"));
        assertThatThrownBy(
                        () -> CLINIC.app("add", "test-chart", "--kind", "public", "--redirect", "https://a.example/c"))
                .hasMessageContaining("has a client test-chart already");

        JsonNode claims = BareClinic.claims(new AppLogin(CLINIC.address() + REALM, BASE, "test-chart")
                .accessToken("pia", "openid fhirUser launch/patient patient/*.rs user/*.rs"));

        assertThat(claims.path("aud").asText()).isEqualTo(BASE);
        assertThat(claims.path("azp").asText()).isEqualTo("test-chart");
        assertThat(claims.path("fhirUser").asText()).isEqualTo("Patient/pia");
        assertThat(claims.path("patient").asText()).isEqualTo("pia");
        assertThat(claims.path("scope").asText()).contains("patient/*.rs").doesNotContain("user/");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(CLINIC.app("list"))
                .contains("test-chart, public, own, redirect http://127.0.0.1/callback, " + scopes() + " scopes");
        CLINIC.app("remove", "test-chart");
        assertThat(Clients.find(KEYCLOAK, REALM, "test-chart")).isEmpty();
    }

    @Test
    void printsASecretOnceAndLeavesOtherClientsAlone() {
        List<String> said =
                CLINIC.app("add", "test-server", "--kind", "secret", "--redirect", "https://app.example.org/c");

        assertThat(said).filteredOn(line -> line.matches("secret: \\S{20,}")).hasSize(1);
        assertThat(CLINIC.app("list").toString())
                .contains("test-server, secret, people are asked")
                .doesNotContain("secret:");
        assertThatThrownBy(() -> CLINIC.app("remove", "account")).hasMessageContaining("did not make");
        assertThatThrownBy(() -> CLINIC.app("remove", "nobody")).hasMessageContaining("no app nobody");
        CLINIC.app("remove", "test-server");
    }

    @Test
    void registersABackendForItsPurposes() {
        BackendKey key = BackendKey.in(CLINIC.folder());
        CLINIC.app(
                "add",
                "test-bulk",
                "--kind",
                "backend",
                "--purposes",
                "HRESCH",
                "--scopes",
                "system/Patient.rs",
                "--jwks-file",
                key.file().toString());

        String token = key.token(CLINIC.address() + REALM, "test-bulk", "system/Patient.rs");

        assertThat(BareClinic.claims(token).path("aud").asText()).isEqualTo(BASE);
        assertThat(BareClinic.claims(token).path("purpose_of_use").path(0).asText())
                .isEqualTo("HRESCH");
        CLINIC.app("remove", "test-bulk");
    }

    private static void damage() {
        KEYCLOAK.send(AdminRequest.put(
                REALM,
                BareClinic.object()
                        .put("accessTokenLifespan", 3600)
                        .put("sslRequired", "none")
                        .put("browserFlow", "browser")));
        JsonNode scopes = KEYCLOAK.get(REALM + "/client-scopes");
        KEYCLOAK.send(AdminRequest.delete(scope(scopes, "launch/patient")));
        ArrayNode staff = JsonNodeFactory.instance.arrayNode().add(KEYCLOAK.get(REALM + "/roles/staff"));
        KEYCLOAK.send(new AdminRequest("DELETE", scope(scopes, "user/*.rs") + "/scope-mappings/realm", staff));
        JsonNode audience = RealmJson.among(scopes, "name", "fhir-audience").orElseThrow();
        ObjectNode mapper = (ObjectNode) RealmJson.among(audience.path("protocolMappers"), "name", "fhir base address")
                .orElseThrow();
        mapper.withObject("/config").put("included.custom.audience", "https://elsewhere.example");
        KEYCLOAK.send(AdminRequest.put(
                scope(scopes, "fhir-audience") + "/protocol-mappers/models/"
                        + mapper.path("id").asText(),
                mapper));
        String steps = REALM + "/authentication/flows/strand-browser/executions";
        ObjectNode launch = (ObjectNode) RealmJson.among(KEYCLOAK.get(steps), "providerId", "strand-smart-launch")
                .orElseThrow();
        KEYCLOAK.send(AdminRequest.put(steps, launch.put("requirement", "DISABLED")));
        ObjectNode profile = (ObjectNode) KEYCLOAK.get(REALM + "/users/profile");
        ObjectNode link = (ObjectNode)
                RealmJson.among(profile.path("attributes"), "name", "fhir_user").orElseThrow();
        link.withObject("/permissions").withArray("edit").add("user");
        KEYCLOAK.send(AdminRequest.put(REALM + "/users/profile", profile));
    }

    private static void add() {
        KEYCLOAK.send(AdminRequest.post(
                REALM + "/client-scopes",
                BareClinic.object().put("name", "theirs").put("protocol", "openid-connect")));
        KEYCLOAK.send(AdminRequest.post(
                REALM + "/authentication/flows/strand-factors/executions/execution",
                BareClinic.object().put("provider", "auth-otp-form")));
    }

    private static String scope(JsonNode scopes, String name) {
        return REALM + "/client-scopes/"
                + RealmJson.among(scopes, "name", name).orElseThrow().path("id").asText();
    }

    private static int scopes() {
        return Clients.find(KEYCLOAK, REALM, "test-chart")
                .orElseThrow()
                .path("optionalClientScopes")
                .size();
    }
}
