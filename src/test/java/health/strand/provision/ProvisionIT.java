package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.demo.AppLogin;
import health.strand.embedded.FreshKeycloak;
import health.strand.embedded.Persona;
import health.strand.realm.RealmJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two commands of a clinic's administrator, at a Keycloak that knows nothing of us but the provider. */
class ProvisionIT {

    private static final String BASE = "https://record.example.org/fhir";
    private static final String REALM = "/realms/clinic";

    @TempDir
    static Path folder;

    private static FreshKeycloak server;
    private static Administration keycloak;
    private static List<String> first;

    @BeforeAll
    static void start() {
        server = new FreshKeycloak(folder);
        keycloak = new Administration(
                URI.create(server.address()), FreshKeycloak.ADMIN, Connection.secret(server.secretFile(folder)));
        keycloak.logIn();
        assertThat(provision("--dry-run").get(0)).isEqualTo("would create realm clinic");
        assertThat(keycloak.find(REALM)).isEmpty();
        first = provision();
        addPatient();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void makesARealmAndSaysWhatOf() {
        assertThat(first)
                .contains(
                        "created realm clinic",
                        "created role staff",
                        "created scope user/*.rs for staff",
                        "created flow strand-browser",
                        "changed realm, browserFlow: browser -> strand-browser",
                        "created account attribute fhir_user",
                        "created client " + BASE);
        assertThat(first.get(first.size() - 1)).matches("\\d{3} created, \\d+ changed");
        JsonNode realm = keycloak.get(REALM);
        assertThat(realm.path("sslRequired").asText()).isEqualTo("external");
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
        for (String demo : new String[] {"strand-app", "strand-loader", "strand-setup"}) {
            assertThat(Clients.find(keycloak, REALM, demo)).isEmpty();
        }
        assertThat(keycloak.get(REALM + "/users?username=sora&exact=true")).isEmpty();
    }

    @Test
    void findsNothingToDoASecondTime() {
        assertThat(provision()).containsExactly("nothing differs");
    }

    @Test
    void mendsWhatSomebodyChangedAndKeepsWhatTheyAdded() {
        damage();
        add();

        List<String> planned = provision("--dry-run");
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
        assertThat(provision("--dry-run")).containsExactlyInAnyOrderElementsOf(planned);

        assertThat(provision())
                .contains("created scope launch/patient", "changed realm, accessTokenLifespan: 3600 -> 300")
                .endsWith("1 created, 7 changed");
        assertThat(provision()).containsExactly("nothing differs");
        assertThat(keycloak.get(REALM + "/client-scopes").toString()).contains("\"theirs\"");
        assertThat(keycloak.get(REALM + "/users?username=pia&exact=true")).hasSize(1);
    }

    @Test
    void refusesAWrongSecretAndAWrongAddress() {
        Administration wrong = new Administration(URI.create(server.address()), FreshKeycloak.ADMIN, "wrong");
        assertThatThrownBy(wrong::logIn).hasMessageContaining("does not let").hasMessageContaining("401");
        assertThatThrownBy(() -> new Administration(URI.create(server.address() + "/elsewhere"), "x", "y").logIn())
                .hasMessageContaining("no Keycloak");
        assertThatThrownBy(() -> new Administration(URI.create("http://127.0.0.1:1"), "x", "y").logIn())
                .hasMessageContaining("nothing answers");
    }

    @Test
    void letsAnAddedAppGetTokensForTheRecord() {
        assertThat(app("add", "test-chart", "--kind", "public", "--own", "--redirect", "http://127.0.0.1/callback"))
                .anyMatch(line -> line.startsWith("added test-chart, public"));
        assertThatThrownBy(() -> app("add", "test-chart", "--kind", "public", "--redirect", "https://a.example/c"))
                .hasMessageContaining("has a client test-chart already");

        JsonNode claims = claims(new AppLogin(server.address() + REALM, BASE, "test-chart")
                .accessToken("pia", "openid fhirUser launch/patient patient/*.rs user/*.rs"));

        assertThat(claims.path("aud").asText()).isEqualTo(BASE);
        assertThat(claims.path("azp").asText()).isEqualTo("test-chart");
        assertThat(claims.path("fhirUser").asText()).isEqualTo("Patient/pia");
        assertThat(claims.path("patient").asText()).isEqualTo("pia");
        assertThat(claims.path("scope").asText()).contains("patient/*.rs").doesNotContain("user/");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(app("list"))
                .contains("test-chart, public, own, redirect http://127.0.0.1/callback, " + scopes() + " scopes");
        app("remove", "test-chart");
        assertThat(Clients.find(keycloak, REALM, "test-chart")).isEmpty();
    }

    @Test
    void printsASecretOnceAndLeavesOtherClientsAlone() {
        List<String> said = app("add", "test-server", "--kind", "secret", "--redirect", "https://app.example.org/c");

        assertThat(said).filteredOn(line -> line.matches("secret: \\S{20,}")).hasSize(1);
        assertThat(app("list").toString())
                .contains("test-server, secret, people are asked")
                .doesNotContain("secret:");
        assertThatThrownBy(() -> app("remove", "account")).hasMessageContaining("did not make");
        assertThatThrownBy(() -> app("remove", "nobody")).hasMessageContaining("no app nobody");
        app("remove", "test-server");
    }

    @Test
    void registersABackendForItsPurposes() {
        BackendKey key = BackendKey.in(folder);
        app(
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

        String token = key.token(server.address() + REALM, "test-bulk", "system/Patient.rs");

        assertThat(claims(token).path("aud").asText()).isEqualTo(BASE);
        assertThat(claims(token).path("purpose_of_use").path(0).asText()).isEqualTo("HRESCH");
        app("remove", "test-bulk");
    }

    private static void damage() {
        keycloak.send(AdminRequest.put(
                REALM,
                object().put("accessTokenLifespan", 3600)
                        .put("sslRequired", "none")
                        .put("browserFlow", "browser")));
        JsonNode scopes = keycloak.get(REALM + "/client-scopes");
        keycloak.send(AdminRequest.delete(scope(scopes, "launch/patient")));
        ArrayNode staff = JsonNodeFactory.instance.arrayNode().add(keycloak.get(REALM + "/roles/staff"));
        keycloak.send(new AdminRequest("DELETE", scope(scopes, "user/*.rs") + "/scope-mappings/realm", staff));
        JsonNode audience = RealmJson.among(scopes, "name", "fhir-audience").orElseThrow();
        ObjectNode mapper = (ObjectNode) RealmJson.among(audience.path("protocolMappers"), "name", "fhir base address")
                .orElseThrow();
        mapper.withObject("/config").put("included.custom.audience", "https://elsewhere.example");
        keycloak.send(AdminRequest.put(
                scope(scopes, "fhir-audience") + "/protocol-mappers/models/"
                        + mapper.path("id").asText(),
                mapper));
        String steps = REALM + "/authentication/flows/strand-browser/executions";
        ObjectNode launch = (ObjectNode) RealmJson.among(keycloak.get(steps), "providerId", "strand-smart-launch")
                .orElseThrow();
        keycloak.send(AdminRequest.put(steps, launch.put("requirement", "DISABLED")));
        ObjectNode profile = (ObjectNode) keycloak.get(REALM + "/users/profile");
        ObjectNode link = (ObjectNode)
                RealmJson.among(profile.path("attributes"), "name", "fhir_user").orElseThrow();
        link.withObject("/permissions").withArray("edit").add("user");
        keycloak.send(AdminRequest.put(REALM + "/users/profile", profile));
    }

    private static void add() {
        keycloak.send(AdminRequest.post(
                REALM + "/client-scopes", object().put("name", "theirs").put("protocol", "openid-connect")));
        keycloak.send(AdminRequest.post(
                REALM + "/authentication/flows/strand-password/executions/execution",
                object().put("provider", "auth-otp-form")));
    }

    private static void addPatient() {
        ObjectNode user = object().put("username", "pia").put("enabled", true);
        user.put("firstName", "Pia").put("lastName", "Test").put("email", "pia@example.org");
        user.putObject("attributes").putArray("fhir_user").add("Patient/pia");
        user.putArray("credentials").addObject().put("type", "password").put("value", Persona.DEMO_PASSWORD);
        keycloak.send(AdminRequest.post(REALM + "/users", user));
    }

    private static String scope(JsonNode scopes, String name) {
        return REALM + "/client-scopes/"
                + RealmJson.among(scopes, "name", name).orElseThrow().path("id").asText();
    }

    private static int scopes() {
        return Clients.find(keycloak, REALM, "test-chart")
                .orElseThrow()
                .path("optionalClientScopes")
                .size();
    }

    private static List<String> provision(String... more) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ProvisionCommand.run(line(new String[] {"--fhir-base", BASE}, more), printer(said));
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> app(String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        AppCommand.run(line(words), printer(said));
        return said.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String[] line(String[]... words) {
        String[] connection = {
            "--server",
            server.address(),
            "--admin-client",
            FreshKeycloak.ADMIN,
            "--admin-secret-file",
            server.secretFile(folder).toString(),
            "--realm",
            "clinic"
        };
        return Stream.concat(Arrays.stream(words).flatMap(Arrays::stream), Arrays.stream(connection))
                .toArray(String[]::new);
    }

    private static PrintStream printer(ByteArrayOutputStream said) {
        return new PrintStream(said, true, StandardCharsets.UTF_8);
    }

    private static JsonNode claims(String token) {
        try {
            return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
