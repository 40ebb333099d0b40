package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.demo.AppLogin;
import health.strand.embedded.FreshKeycloak;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.ClientScopeResource;
import org.keycloak.admin.client.resource.ProtocolMappersResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/** The two commands of a clinic's administrator, at a Keycloak that knows nothing of us but the provider. */
class ProvisionIT {

    private static final String BASE = BareClinic.BASE;
    private static final BareClinic CLINIC = BareClinic.get();

    private static final RealmResource REALM = CLINIC.realm();
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
        RealmRepresentation realm = REALM.toRepresentation();
        assertThat(realm.getSslRequired()).isEqualTo("external");
        assertThat(realm.isBruteForceProtected()).isTrue();
        assertThat(realm.getAccessTokenLifespan()).isEqualTo(300);
        assertThat(CLINIC.client("account-console").orElseThrow().getDefaultClientScopes())
                .as("without it nobody can disconnect an app in their account")
                .contains("roles");
        for (String demo : new String[] {"strand-app", "strand-loader", "strand-setup"}) {
            assertThat(CLINIC.client(demo)).isEmpty();
        }
        assertThat(REALM.users().searchByUsername("sora", true)).isEmpty();
    }

    @Test
    void findsNothingToDoASecondTime() {
        assertThat(CLINIC.provision()).containsExactly("nothing differs");
    }

    /** In a process of its own, with what `strand` starts it with: nothing of the tests, and no settings of logs. */
    @Test
    void printsWhatDiffersAndNothingElse() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = Path.of(ProvisionCommand.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        String libraries = Files.readString(Path.of("target", "classpath")).strip();
        List<String> line = new ArrayList<>(
                List.of(java, "-XX:TieredStopAtLevel=1", "-cp", classes + File.pathSeparator + libraries));
        line.add(ProvisionCommand.class.getName());
        line.addAll(List.of(CLINIC.line(new String[] {"--fhir-base", BASE, "--dry-run"})));
        Process command = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.lines()).containsExactly("nothing differs");
        assertThat(command.waitFor()).isZero();
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
        assertThat(REALM.clientScopes().findAll())
                .extracting(ClientScopeRepresentation::getName)
                .contains("theirs");
        assertThat(REALM.users().searchByUsername("pia", true)).hasSize(1);
    }

    @Test
    void refusesAWrongSecretAndAWrongAddress() {
        assertThatThrownBy(() -> logIn(CLINIC.address(), FreshKeycloak.ADMIN))
                .hasMessageContaining("does not let")
                .hasMessageContaining("401");
        assertThatThrownBy(() -> logIn(CLINIC.address() + "/elsewhere", "x")).hasMessageContaining("no Keycloak");
        assertThatThrownBy(() -> logIn("http://127.0.0.1:1", "x")).hasMessageContaining("nothing answers");
    }

    private static void logIn(String server, String client) {
        try (Administration keycloak = new Administration(URI.create(server), client, "wrong")) {
            keycloak.logIn();
        }
    }

    @Test
    void letsAnAddedAppGetTokensForTheRecord() {
        assertThat(CLINIC.app(
                        "add", "test-chart", "--kind", "public", "--own", "--redirect", "http://127.0.0.1/callback"))
                .anyMatch(line -> line.startsWith("added test-chart, public"));
        assertThatThrownBy(
                        () -> CLINIC.app("add", "test-chart", "--kind", "public", "--redirect", "https://a.example/c"))
                .hasMessageContaining("has a client test-chart already");

        JsonNode claims = BareClinic.claims(new AppLogin(CLINIC.address() + BareClinic.REALM, BASE, "test-chart")
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
        assertThat(CLINIC.client("test-chart")).isEmpty();
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

        String token = key.token(CLINIC.address() + BareClinic.REALM, "test-bulk", "system/Patient.rs");

        assertThat(BareClinic.claims(token).path("aud").asText()).isEqualTo(BASE);
        assertThat(BareClinic.claims(token).path("purpose_of_use").path(0).asText())
                .isEqualTo("HRESCH");
        CLINIC.app("remove", "test-bulk");
    }

    private static void damage() {
        RealmRepresentation realm = new RealmRepresentation();
        realm.setAccessTokenLifespan(3600);
        realm.setSslRequired("none");
        realm.setBrowserFlow("browser");
        REALM.update(realm);
        scope("launch/patient").remove();
        scope("user/*.rs")
                .getScopeMappings()
                .realmLevel()
                .remove(List.of(REALM.roles().get("staff").toRepresentation()));
        ProtocolMappersResource mappers = scope("fhir-audience").getProtocolMappers();
        ProtocolMapperRepresentation mapper = mappers.getMappers().stream()
                .filter(each -> each.getName().equals("fhir base address"))
                .findFirst()
                .orElseThrow();
        mapper.getConfig().put("included.custom.audience", "https://elsewhere.example");
        mappers.update(mapper.getId(), mapper);
        AuthenticationExecutionInfoRepresentation launch = REALM.flows().getExecutions("strand-browser").stream()
                .filter(each -> "strand-smart-launch".equals(each.getProviderId()))
                .findFirst()
                .orElseThrow();
        launch.setRequirement("DISABLED");
        REALM.flows().updateExecutions("strand-browser", launch);
        UPConfig profile = REALM.users().userProfile().getConfiguration();
        profile.getAttribute("fhir_user").getPermissions().setEdit(Set.of("admin", "user"));
        REALM.users().userProfile().update(profile);
    }

    private static void add() {
        ClientScopeRepresentation theirs = new ClientScopeRepresentation();
        theirs.setName("theirs");
        theirs.setProtocol("openid-connect");
        Change.accept(REALM.clientScopes().create(theirs));
        REALM.flows().addExecution("strand-factors", Map.of("provider", "auth-otp-form"));
    }

    private static ClientScopeResource scope(String name) {
        String id = REALM.clientScopes().findAll().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getId();
        return REALM.clientScopes().get(id);
    }

    private static int scopes() {
        return CLINIC.client("test-chart")
                .orElseThrow()
                .getOptionalClientScopes()
                .size();
    }
}
