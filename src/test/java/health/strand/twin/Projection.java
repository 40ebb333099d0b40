package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A body without what it says about resources that are not there: the references with their displays, the narrative, and
 * their part of a group's quantity.
 */
final class Projection {

    private static final List<String> SAID = List.of("reference", "display", "identifier", "type", "extension", "id");

    private final Set<String> hidden;

    /** @param hidden references such as {@code Media/x} */
    Projection(Set<String> hidden) {
        this.hidden = hidden;
    }

    /** A changed copy, or the body itself when it says nothing of them. */
    JsonNode of(JsonNode body) {
        JsonNode copy = body.deepCopy();
        if (!leaveOut(copy)) {
            return body;
        }
        ((ObjectNode) copy).remove("text");
        if (body.path("resourceType").asText().equals("Group") && body.has("quantity")) {
            int gone = body.path("member").size() - copy.path("member").size();
            ((ObjectNode) copy).put("quantity", body.path("quantity").asInt() - gone);
        }
        return copy;
    }

    private boolean leaveOut(JsonNode node) {
        boolean changed = false;
        if (node instanceof ObjectNode object) {
            if (pointsToHidden(object.path("reference"))) {
                object.remove(SAID);
                changed = true;
            }
            if (pointsToHidden(object.path("url"))) {
                object.remove("url");
                changed = true;
            }
        }
        for (JsonNode child : node) {
            changed |= leaveOut(child);
        }
        if (changed) {
            dropEmpty(node);
        }
        return changed;
    }

    private boolean pointsToHidden(JsonNode text) {
        return text.isTextual() && hidden.contains(text.asText());
    }

    private static void dropEmpty(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Iterator<Map.Entry<String, JsonNode>> each = object.fields(); each.hasNext(); ) {
                if (isEmpty(each.next().getValue())) {
                    each.remove();
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (isEmpty(array.get(i))) {
                    array.remove(i);
                }
            }
        }
    }

    /** An extension that has lost its value says nothing, too. */
    private static boolean isEmpty(JsonNode node) {
        return node.isContainerNode()
                && (node.isEmpty()
                        || node.size() == 1 && node.path("url").asText().contains("/StructureDefinition/"));
    }
}
