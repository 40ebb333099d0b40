package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a server says can be searched, read off its capability statement. */
final class SearchSpace {

    private final Map<String, Map<String, String>> parameters = new TreeMap<>();
    private final Map<String, List<String>> included = new TreeMap<>();
    private final Map<String, List<String>> including = new TreeMap<>();

    SearchSpace(JsonNode capabilities) {
        for (JsonNode resource : capabilities.at("/rest/0/resource")) {
            String type = resource.path("type").asText();
            // the trail grows by every question
            boolean searches = !"AuditEvent".equals(type)
                    && resource.path("interaction").findValuesAsText("code").contains("search-type");
            if (searches) {
                Map<String, String> byName = new TreeMap<>();
                resource.path("searchParam")
                        .forEach(each -> byName.put(
                                each.path("name").asText(), each.path("type").asText()));
                parameters.put(type, byName);
                included.put(type, texts(resource.path("searchInclude")));
                including.put(type, texts(resource.path("searchRevInclude")));
            }
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    List<String> types() {
        return List.copyOf(parameters.keySet());
    }

    /** Name to type of what a resource type can be searched by. */
    Map<String, String> of(String type) {
        return parameters.getOrDefault(type, Map.of());
    }

    /** The parameters of one type. */
    List<String> named(String type, String parameterType) {
        return of(type).entrySet().stream()
                .filter(each -> each.getValue().equals(parameterType))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> includes(String type) {
        return included.getOrDefault(type, List.of());
    }

    List<String> revincludes(String type) {
        return including.getOrDefault(type, List.of());
    }
}
