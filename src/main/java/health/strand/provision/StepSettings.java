package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.realm.RealmJson;
import java.util.List;
import java.util.Optional;

/** How steps of a log-in are set: realm files keep that apart from the steps, under a name. */
final class StepSettings {

    private final JsonNode wanted;
    private final String path;

    /** @param path of the realm's authentication */
    StepSettings(ObjectNode realm, String path) {
        this.wanted = realm.path("authenticatorConfig");
        this.path = path;
    }

    /** How a step is to be set; empty when it has nothing to set. */
    Optional<JsonNode> of(JsonNode step) {
        return RealmJson.among(wanted, "alias", step.path("authenticatorConfig").asText());
    }

    static AdminRequest addition(String path, String step, JsonNode settings) {
        return AdminRequest.post(path + "/executions/" + step + "/config", settings);
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
            AdminRequest addition = addition(path, there.path("id").asText(), setting.get());
            return List.of(Difference.other(title + ", not set", addition));
        }
        Wanted held = Wanted.of(setting.get(), "config");
        List<String> gaps = held.gaps(is.get());
        return gaps.isEmpty()
                ? List.of()
                : List.of(Difference.other(
                        title + ", " + String.join(", ", gaps),
                        AdminRequest.put(path + "/config/" + id, held.in(is.get()))));
    }
}
