package health.strand.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealmTemplateTest {

    private final RealmTemplate template = RealmTemplate.load();

    @Test
    void keepsTheCatalogueSmallEnoughToImport() {
        assertThat(template.scopes()).isBetween(400, 700);
    }

    @Test
    void namesEveryScopeOnce() throws IOException {
        List<String> names = names(realm().path("clientScopes"));

        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    }

    @Test
    void givesSystemScopesToTheLoaderAlone() throws IOException {
        for (JsonNode client : realm().path("clients")) {
            boolean asksForSystem =
                    client.path("optionalClientScopes").toString().contains("\"system/");
            assertThat(asksForSystem).isEqualTo(client.path("id").asText().equals("strand-loader"));
        }
    }

    @Test
    void knowsTheScopesOfBothSmartVersionsAndTheCategories() throws IOException {
        assertThat(names(realm().path("clientScopes")))
                .contains(
                        "launch/patient",
                        "patient/*.rs",
                        "user/Observation.read",
                        "user/*.cruds",
                        "system/*.cruds",
                        "patient/Observation.rs?category="
                                + "http://terminology.hl7.org/CodeSystem/observation-category|laboratory");
    }

    @Test
    void holdsNoClientSecretUntilOneIsMade() throws IOException {
        assertThat(template.content()).doesNotContain("\"secret\"");
        assertThat(template.withSecrets(Map.of("strand-loader", "made-now"))).contains("\"secret\":\"made-now\"");
    }

    @Test
    void letsOnlyAdministratorsLinkAccountsToTheRecord() throws IOException {
        String profile = realm().at("/components/org.keycloak.userprofile.UserProfileProvider/0/config"
                        + "/kc.user.profile.config/0")
                .asText();

        for (JsonNode attribute : new ObjectMapper().readTree(profile).path("attributes")) {
            if (List.of("fhir_user", "patient_id")
                    .contains(attribute.path("name").asText())) {
                assertThat(attribute.at("/permissions/edit").toString()).isEqualTo("[\"admin\"]");
            }
        }
        assertThat(profile).contains("\"fhir_user\"").contains("\"patient_id\"");
    }

    private JsonNode realm() throws IOException {
        return new ObjectMapper().readTree(template.content());
    }

    private static List<String> names(JsonNode scopes) {
        List<String> names = new ArrayList<>();
        scopes.forEach(scope -> names.add(scope.path("name").asText()));
        return names;
    }
}
