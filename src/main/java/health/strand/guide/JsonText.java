package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** A resource as readable JSON, in which references to other examples and to definitions can be followed. */
final class JsonText {

    private static final String STEP = "  ";

    private final Artifacts artifacts;
    private final StringBuilder out = new StringBuilder();

    JsonText(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    Html of(JsonNode json) {
        out.setLength(0);
        write(json, "");
        return new Html(out.toString());
    }

    private void write(JsonNode node, String indent) {
        if (node.isObject()) {
            object(node, indent);
        } else if (node.isArray()) {
            array(node, indent);
        } else if (node.isTextual()) {
            out.append(string(node.asText()).source());
        } else {
            out.append(Tag.of("span", "number").around(node.toString()).source());
        }
    }

    private void object(JsonNode node, String indent) {
        out.append("{\n");
        Iterator<Map.Entry<String, JsonNode>> fields = node.properties().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            out.append(indent).append(STEP);
            out.append(Tag.of("span", "key").around(quoted(field.getKey())).source());
            out.append(": ");
            write(field.getValue(), indent + STEP);
            out.append(fields.hasNext() ? ",\n" : "\n");
        }
        out.append(indent).append('}');
    }

    private void array(JsonNode node, String indent) {
        out.append("[\n");
        Iterator<JsonNode> items = node.elements();
        while (items.hasNext()) {
            out.append(indent).append(STEP);
            write(items.next(), indent + STEP);
            out.append(items.hasNext() ? ",\n" : "\n");
        }
        out.append(indent).append(']');
    }

    private Html string(String value) {
        Optional<Artifact> target = artifacts.referenced(value).or(() -> artifacts.at(value));
        return target.isPresent() ? Tag.link(target.get().page(), quoted(value)) : Html.text(quoted(value));
    }

    private static String quoted(String value) {
        return TextNode.valueOf(value).toString();
    }
}
