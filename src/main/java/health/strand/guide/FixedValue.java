package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an element must equal, or must hold among others. */
record FixedValue(Links links) {

    /** Empty when nothing is fixed. */
    Html of(JsonNode element) {
        for (Map.Entry<String, JsonNode> entry : element.properties()) {
            if (entry.getKey().startsWith("fixed") || entry.getKey().startsWith("pattern")) {
                return value(entry.getKey().replaceFirst("fixed|pattern", ""), entry.getValue());
            }
        }
        return Html.NOTHING;
    }

    private Html value(String type, JsonNode value) {
        return switch (type) {
            case "CodeableConcept" -> {
                List<Html> codings = new ArrayList<>();
                value.path("coding").forEach(coding -> codings.add(links.coding(coding)));
                yield Html.join(" and ", codings);
            }
            case "Coding" -> links.coding(value);
            case "Uri", "Canonical", "Url" -> links.system(value.asText());
            default -> Tag.code(value.isValueNode() ? value.asText() : value.toString());
        };
    }
}
