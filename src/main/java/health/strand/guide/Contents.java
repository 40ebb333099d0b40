package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The names and descriptions that the list of the package's contents gives to examples, which have none themselves. */
record Contents(Map<String, JsonNode> entries) {

    static Contents of(JsonNode implementationGuide) {
        Map<String, JsonNode> entries = new HashMap<>();
        for (JsonNode entry : implementationGuide.path("definition").path("resource")) {
            entries.put(entry.path("reference").path("reference").asText(), entry);
        }
        return new Contents(entries);
    }

    Artifact example(JsonNode json, Path file) {
        String reference =
                json.path("resourceType").asText() + "/" + json.path("id").asText();
        JsonNode entry = entries.get(reference);
        if (entry == null) {
            throw new GuideFailure("the list of the package's contents lacks " + reference);
        }
        return Artifact.example(
                json, entry.path("name").asText(), entry.path("description").asText(), file);
    }
}
