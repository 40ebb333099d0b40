package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.realm.RealmJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private final ProvisionedRealm there = new ProvisionedRealm();

    @Test
    void findsNoneInARealmThatIsAsItHasToBe() {
        assertThat(told()).isEmpty();
    }

    @Test
    void makesTheRealmWithoutWhatIsNotThereYet() {
        List<Difference> found = new RealmSettings(there.wanted).differences(RealmState.none());

        assertThat(found).extracting(Difference::done).containsExactly("created realm clinic");
        Change request = found.get(0).mending().get(0);
        assertThat(sent(request)).isEqualTo("POST /admin/realms");
        assertThat(request.body().has("browserFlow")).isFalse();
        assertThat(request.body().has("clientScopes")).isFalse();
        assertThat(request.body().path("sslRequired").asText()).isEqualTo("external");
        assertThat(request.body().path("ssoSessionIdleTimeout").asInt()).isEqualTo(1800);
        assertThat(request.body().path("ssoSessionMaxLifespan").asInt()).isEqualTo(36_000);
    }

    @Test
    void mendsSettingsOneByOne() {
        there.realm.put("accessTokenLifespan", 3600).put("bruteForceProtected", false);

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "changed realm, accessTokenLifespan: 3600 -> 300",
                        "changed realm, bruteForceProtected: false -> true");
        assertThat(found().get(0).mending().get(0).body()).hasSize(1);
    }

    @Test
    void leavesAStricterOrPausedRealmAsItIs() {
        there.realm
                .put("sslRequired", "all")
                .put("failureFactor", 3)
                .put("ssoSessionIdleTimeout", 600)
                .put("ssoSessionMaxLifespan", 28_800)
                .put("enabled", false);

        assertThat(told()).isEmpty();
    }

    @Test
    void insistsOnTls() {
        there.realm.put("sslRequired", "none");

        assertThat(told()).containsExactly("changed realm, sslRequired: none -> external");
    }

    @Test
    void makesAMissingScopeWithItsGate() {
        there.remove("clientScopes", "name", "user/*.rs");
        there.remove("scopeMappings", "clientScope", "user/*.rs");

        Difference found = found().get(0);
        assertThat(found.done()).isEqualTo("created scope user/*.rs for staff");
        String id = found.mending().get(0).body().path("id").asText();
        assertThat(sent(found.mending().get(1)))
                .isEqualTo("POST /admin/realms/clinic/client-scopes/" + id + "/scope-mappings/realm");
        assertThat(found.mending().get(1).body().toString()).contains("staff").contains("role-1");
    }

    @Test
    void givesNoIdsOfTheDemosToAnotherKeycloak() {
        there.remove("clientScopes", "name", "fhir-audience");
        RealmState without = new RealmState(there.realm, there.executions, there.profile, MissingNode.getInstance());

        assertThat(found(without).toString()).doesNotContain("\"fhir-audience-mapper\"", "\"id\":\"fhir-");
    }

    @Test
    void mendsAMapperAndKeepsWhatElseItSays() {
        ObjectNode mapper = (ObjectNode)
                RealmJson.among(there.scope("fhir-audience").path("protocolMappers"), "name", "fhir base address")
                        .orElseThrow();
        mapper.withObject("/config")
                .put("included.custom.audience", "https://elsewhere.example")
                .put("lightweight.claim", "false");

        assertThat(told())
                .containsExactly(
                        "changed scope fhir-audience, mapper fhir base address, config.included.custom.audience:"
                                + " https://elsewhere.example -> " + ProvisionedRealm.BASE);
        Change request = found().get(0).mending().get(0);
        assertThat(sent(request))
                .startsWith("PUT /admin/realms/clinic/client-scopes/scope-")
                .endsWith("/protocol-mappers/models/" + mapper.path("id").asText());
        assertThat(request.body().at("/config/lightweight.claim").asText()).isEqualTo("false");
        assertThat(request.body().path("id").asText())
                .isEqualTo(mapper.path("id").asText());
    }

    @Test
    void mendsAMissingMapperAnAttributeAndAGate() {
        ProvisionedRealm.remove(there.scope("fhirUser").path("protocolMappers"), "name", "fhirUser for the app");
        there.scope("launch").withObject("/attributes").put("display.on.consent.screen", "true");
        there.remove("scopeMappings", "clientScope", "user/Patient.rs");

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "created scope fhirUser, mapper fhirUser for the app",
                        "changed scope launch, attributes.display.on.consent.screen: true -> false",
                        "changed scope user/Patient.rs, for staff");
    }

    @Test
    void makesFlowsFromTheInnermostOut() {
        there.realm.putArray("authenticationFlows");
        there.executions.clear();

        assertThat(told())
                .containsExactly(
                        "created flow strand-clients",
                        "created flow strand-second-factor",
                        "created flow strand-first-factor",
                        "created flow strand-factors",
                        "created flow strand-login",
                        "created flow strand-browser");
        Change setting = found().get(1).mending().get(2);
        assertThat(sent(setting)).matches("POST /admin/realms/clinic/authentication/executions/[^/]{36}/config");
        assertThat(setting.body().at("/config/loa-condition-level").asText()).isEqualTo("2");
        Difference outer = found().get(5);
        assertThat(outer.mending()).hasSize(3);
        assertThat(outer.mending().get(1).body().path("flowId").asText()).hasSize(36);
        assertThat(outer.mending().get(2).body().path("authenticator").asText()).isEqualTo("strand-smart-launch");
    }

    @Test
    void mendsAStepThatWasTurnedOffRemovedOrMoved() {
        there.step("strand-browser", 1).put("requirement", "DISABLED");
        ProvisionedRealm.remove(there.steps("strand-first-factor"), "providerId", "auth-username-password-form");
        there.step("strand-login", 0).put("priority", 99);

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "changed flow strand-browser, step strand-smart-launch, requirement: DISABLED -> REQUIRED",
                        "created flow strand-first-factor, step auth-username-password-form",
                        "changed flow strand-login, step auth-cookie, priority: 99 -> 10");
    }

    @Test
    void leavesStepsScopesAndAttributesOfOthersAlone() {
        there.steps("strand-first-factor")
                .addObject()
                .put("id", "theirs")
                .put("level", 0)
                .put("providerId", "auth-otp-form")
                .put("requirement", "REQUIRED")
                .put("priority", 21);
        there.realm.withArray("clientScopes").addObject().put("name", "theirs").put("id", "x");
        there.profile.withArray("attributes").addObject().put("name", "shoe_size");

        assertThat(told()).isEmpty();
    }

    @Test
    void mendsHowAStepIsSet() {
        RealmJson.among(there.realm.path("authenticatorConfig"), "alias", "strand-strong")
                .ifPresent(each -> ((ObjectNode) each).withObject("/config").put("loa-condition-level", "1"));
        there.step("strand-first-factor", 0).remove("authenticationConfig");

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "changed flow strand-first-factor, step conditional-level-of-authentication, not set",
                        "changed flow strand-second-factor, step conditional-level-of-authentication,"
                                + " config.loa-condition-level: 1 -> 2");
    }

    @Test
    void keepsAttributesOfOthersWhenOneOfOursIsMended() {
        there.realm.putObject("attributes").put("theirs", "kept");

        assertThat(told()).hasSize(1).allMatch(each -> each.startsWith("changed realm, attributes.acr.loa.map"));
        assertThat(found().get(0)
                        .mending()
                        .get(0)
                        .body()
                        .at("/attributes/theirs")
                        .asText())
                .isEqualTo("kept");
    }

    @Test
    void takesOrderFromAnyNumbers() {
        there.step("strand-browser", 0).put("priority", 0);
        there.step("strand-browser", 1).put("priority", 1);

        assertThat(told()).isEmpty();
    }

    @Test
    void bindsTheFlow() {
        there.realm.put("browserFlow", "browser");

        assertThat(told()).containsExactly("changed realm, browserFlow: browser -> strand-browser");
    }

    @Test
    void takesTheLinkToTheRecordOutOfUsersHands() {
        for (var attribute : there.profile.path("attributes")) {
            if (attribute.path("name").asText().equals("fhir_user")) {
                ((ObjectNode) attribute)
                        .withObject("/permissions")
                        .putArray("edit")
                        .add("admin")
                        .add("user");
            }
        }
        ProvisionedRealm.remove(there.profile.path("attributes"), "name", "email");

        assertThat(told())
                .containsExactly(
                        "created account attribute email",
                        "changed account attribute fhir_user, permissions.edit: [\"admin\",\"user\"] -> [\"admin\"]");
        assertThat(found().get(1).mending().get(0).body().path("attributes")).hasSize(5);
    }

    @Test
    void mendsTheRecordsClientAndTheRoleOfEverybody() {
        there.record.put("publicClient", true);
        ((ObjectNode) there.state().role("default-roles-clinic").orElseThrow()).remove("composites");

        assertThat(told())
                .containsExactlyInAnyOrder(
                        "changed client " + ProvisionedRealm.BASE + ", publicClient: true -> false",
                        "changed role of everybody, offline_access in it");
    }

    @Test
    void makesAMissingRole() {
        ProvisionedRealm.remove(there.realm.path("roles").path("realm"), "name", "staff");

        assertThat(told()).contains("created role staff");
    }

    /** Method and path of what goes to Keycloak. */
    private static String sent(Change change) {
        try (ToldKeycloak keycloak = new ToldKeycloak(204, "")) {
            keycloak.administration().send("try", change);
            return keycloak.asked.get(0);
        }
    }

    private List<String> told() {
        return found().stream().map(Difference::done).toList();
    }

    private List<Difference> found() {
        return found(there.state());
    }

    private List<Difference> found(RealmState now) {
        RealmSettings settings = new RealmSettings(there.wanted);
        RealmRoles roles = new RealmRoles(there.wanted);
        List<Difference> all = new ArrayList<>(settings.differences(now));
        all.addAll(roles.differences(now));
        all.addAll(new ClientScopes(there.wanted).differences(now));
        all.addAll(roles.ofEverybody(now));
        all.addAll(new LoginFlows(there.wanted).differences(now));
        all.addAll(settings.binding(now));
        all.addAll(new UserProfile(there.wanted).differences(now));
        all.addAll(new RecordClient(there.wanted).differences(now));
        return all;
    }
}
