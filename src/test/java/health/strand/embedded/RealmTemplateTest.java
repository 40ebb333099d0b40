package health.strand.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
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
    void givesSystemScopesToTheLoaderAlone() throws IOException {
        for (JsonNode client : realm().path("clients")) {
            boolean asksForSystem =
                    client.path("optionalClientScopes").toString().contains("\"system/");
            assertThat(asksForSystem).isEqualTo(client.path("id").asText().equals("strand-loader"));
        }
    }

    @Test
    void holdsNoClientSecretUntilOneIsMade() throws IOException {
        assertThat(template.content()).doesNotContain("\"secret\"");
        assertThat(template.withSecrets(Map.of("strand-loader", "made-now"))).contains("\"secret\":\"made-now\"");
    }

    @Test
    void addsTheDemosAppsAndAccountsToTheRealmOfAClinic() throws IOException {
        assertThat(names(realm().path("clientScopes"))).contains("roles", "fhir-audience");
        assertThat(realm().path("sslRequired").asText()).isEqualTo("none");
        assertThat(realm().path("users").toString()).contains("\"sora\"", "service-account-strand-setup");
        assertThat(realm().path("clients")).hasSize(4);
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
