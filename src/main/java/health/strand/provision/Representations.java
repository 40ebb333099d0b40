package health.strand.provision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Between the JSON of realms and the classes of Keycloak's client, which have a field for each member they know. */
final class Representations {

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private Representations() {}

    /**
     * The same as an object of Keycloak's client.
     *
     * @throws IllegalArgumentException if the class would lose some of it; a few of them do so silently
     */
    static <T> T of(JsonNode said, Class<T> type) {
        T representation = JSON.convertValue(said, type);
        if (said instanceof ObjectNode object) {
            List<String> lost = new Wanted(object).gaps(json(representation));
            if (!lost.isEmpty()) {
                throw new IllegalArgumentException("Keycloak's client has no place for " + lost);
            }
        }
        return representation;
    }

    static JsonNode json(Object representation) {
        return JSON.valueToTree(representation);
    }
}
