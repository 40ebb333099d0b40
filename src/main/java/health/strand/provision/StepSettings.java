package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.realm.RealmJson;
import java.util.List;
import java.util.Optional;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;

/** How steps of a log-in are set: realm files keep that apart from the steps, under a name. */
final class StepSettings {

    private final JsonNode wanted;
    private final String realm;

    StepSettings(ObjectNode wanted) {
        this.wanted = wanted.path("authenticatorConfig");
        this.realm = wanted.path("realm").asText();
    }

    /** How a step is to be set; empty when it has nothing to set. */
    Optional<JsonNode> of(JsonNode step) {
        return RealmJson.among(wanted, "alias", step.path("authenticatorConfig").asText());
    }

    /** @param step the id of the step */
    Change addition(String step, JsonNode settings) {
        return Change.making(
                realm,
                settings,
                AuthenticatorConfigRepresentation.class,
                (there, added) -> there.flows().newExecutionConfig(step, added));
    }

    private Change change(String id, JsonNode settings) {
        return Change.of(
                realm,
                settings,
                AuthenticatorConfigRepresentation.class,
                (there, changed) -> there.flows().updateAuthenticatorConfig(id, changed));
    }

    /** What is otherwise about a step that is there. */
    List<Difference> differences(String title, JsonNode step, JsonNode there, RealmState now) {
        Optional<JsonNode> setting = of(step);
        if (setting.isEmpty()) {
            return List.of();
        }
        String id = there.path("authenticationConfig").asText();
        Optional<JsonNode> is = RealmJson.among(now.realm().path("authenticatorConfig"), "id", id);
        if (id.isEmpty() || is.isEmpty()) {
            Change addition = addition(there.path("id").asText(), setting.get());
            return List.of(Difference.other(title + ", not set", addition));
        }
        Wanted held = Wanted.of(setting.get(), "config");
        List<String> gaps = held.gaps(is.get());
        return gaps.isEmpty()
                ? List.of()
                : List.of(Difference.other(title + ", " + String.join(", ", gaps), change(id, held.in(is.get()))));
    }
}
