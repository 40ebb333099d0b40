package health.strand.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealmDefinitionTest {

    private final ObjectNode realm = RealmDefinition.load()
            .of("Clinic", "https://record.example.org/fhir")
            .json();

    @Test
    void namesEveryScopeOnce() {
        assertThat(names(realm.path("clientScopes"))).doesNotHaveDuplicates();
    }

    @Test
    void knowsTheScopesOfBothSmartVersionsAndTheCategories() {
        assertThat(names(realm.path("clientScopes")))
                .containsAll(ScopeCatalogue.forLaunches())
                .contains(
                        "launch/patient",
                        "patient/*.rs",
                        "user/Observation.read",
                        "user/*.cruds",
                        "system/*.cruds",
                        "patient/Basic.cuds",
                        "user/Basic.rs",
                        "patient/Observation.rs?category="
                                + "http://terminology.hl7.org/CodeSystem/observation-category|laboratory");
    }

    @Test
    void givesScopesBeyondOnePatientToStaffAlone() {
        List<String> gated = new ArrayList<>();
        for (JsonNode mapping : realm.path("scopeMappings")) {
            if (mapping.path("roles").toString().equals("[\"staff\"]")) {
                gated.add(mapping.path("clientScope").asText());
            }
        }

        assertThat(gated)
                .containsExactlyInAnyOrderElementsOf(names(realm.path("clientScopes")).stream()
                        .filter(name -> name.startsWith("user/") && !name.startsWith("user/Basic."))
                        .toList());
    }

    @Test
    void letsOnlyAdministratorsLinkAccountsToTheRecord() {
        for (JsonNode attribute : realm.path("userProfile").path("attributes")) {
            if (attribute.path("name").asText().equals("fhir_user")) {
                assertThat(attribute.at("/permissions/edit").toString()).isEqualTo("[\"admin\"]");
                return;
            }
        }
        throw new AssertionError("fhir_user is not declared");
    }

    @Test
    void isNamedForItsClinicAndIssuesTokensForItsRecord() {
        assertThat(realm.path("realm").asText()).isEqualTo("Clinic");
        assertThat(realm.path("defaultRole").path("name").asText()).isEqualTo("default-roles-clinic");
        assertThat(names(realm.path("roles").path("realm"))).contains("default-roles-clinic", "staff");
        assertThat(realm.toString())
                .contains("\"clientId\":\"https://record.example.org/fhir\"")
                .contains("\"included.custom.audience\":\"https://record.example.org/fhir\"")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void holdsNothingOfTheDemo() {
        assertThat(realm.path("users").isMissingNode()).isTrue();
        assertThat(realm.path("clients")).hasSize(1);
        assertThat(realm.path("sslRequired").asText()).isEqualTo("external");
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.toString()).doesNotContain("strand-app", "strand-setup", "strand-loader", "emo clinic");
    }

    @Test
    void isNotChangedThroughWhatItGivesOut() {
        RealmDefinition definition = RealmDefinition.load();
        definition.json().removeAll();

        assertThat(definition.json().path("realm").asText()).isEqualTo("strand");
    }

    private static List<String> names(JsonNode list) {
        List<String> names = new ArrayList<>();
        list.forEach(each -> names.add(each.path("name").asText()));
        return names;
    }
}
