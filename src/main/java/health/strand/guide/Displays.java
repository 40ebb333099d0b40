package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** What codes mean, as far as one of our code systems says so. */
final class Displays {

    private final Map<String, String> known = new HashMap<>();

    Displays(Artifacts artifacts) {
        artifacts.of(Kind.CODE_SYSTEM).forEach(system -> collect(system.url(), system.json()));
    }

    private void collect(String system, JsonNode parent) {
        for (JsonNode concept : parent.path("concept")) {
            known.put(
                    system + "#" + concept.path("code").asText(),
                    concept.path("display").asText());
            collect(system, concept);
        }
    }

    boolean knows(String system, String code) {
        return known.containsKey(system + "#" + code);
    }

    String of(String system, String code) {
        return known.getOrDefault(system + "#" + code, "");
    }
}
