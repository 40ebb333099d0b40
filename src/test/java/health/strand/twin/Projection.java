package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A body without what it says about resources that are not there: the references with their displays, the narrative, and
 * their part of a group's quantity.
 */
final class Projection {

    /** What these elements must have, by their names: without it they go, too. */
    private static final Map<String, String> NEEDED = Map.of(
            "data", "reference",
            "actor", "reference",
            "agent", "who",
            "entity", "what",
            "member", "entity",
            "entry", "item",
            "diagnosis", "condition");

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
        changed |= leaveOutInstances(node);
        Map<JsonNode, String> whole = whole(node);
        for (JsonNode child : node) {
            changed |= leaveOut(child);
        }
        if (changed) {
            whole.forEach((element, needed) -> {
                if (!element.has(needed)) {
                    ((ObjectNode) element).removeAll();
                }
            });
            node.forEach(Projection::dropEmpty);
            dropEmpty(node);
        }
        return changed;
    }

    /** An instance of a study is not there without its picture, a series not without its instances; the rest is counted. */
    private boolean leaveOutInstances(JsonNode node) {
        if (!node.path("resourceType").asText().equals("ImagingStudy")) {
            return false;
        }
        int before = instances(node);
        for (JsonNode series : node.path("series")) {
            removeIf(
                    series.path("instance"),
                    each -> References.under(each, "reference").stream().anyMatch(hidden::contains));
        }
        removeIf(node.path("series"), each -> each.path("instance").isEmpty());
        if (instances(node) == before) {
            return false;
        }
        ObjectNode study = (ObjectNode) node;
        study.put("numberOfSeries", node.path("series").size());
        study.put("numberOfInstances", instances(node));
        for (JsonNode series : node.path("series")) {
            ((ObjectNode) series)
                    .put("numberOfInstances", series.path("instance").size());
        }
        List<String> kinds = node.findValues("series").get(0).findValuesAsText("code");
        removeIf(
                node.path("modality"), each -> !kinds.contains(each.path("code").asText()));
        return true;
    }

    private static int instances(JsonNode study) {
        int all = 0;
        for (JsonNode series : study.path("series")) {
            all += series.path("instance").size();
        }
        return all;
    }

    private static void removeIf(JsonNode array, Predicate<JsonNode> gone) {
        for (int i = array.size() - 1; i >= 0; i--) {
            if (gone.test(array.get(i))) {
                ((ArrayNode) array).remove(i);
            }
        }
    }

    /** The elements that have what they must have, each with its name for it. */
    private static Map<JsonNode, String> whole(JsonNode node) {
        Map<JsonNode, String> whole = new IdentityHashMap<>();
        NEEDED.forEach((name, needed) -> {
            for (JsonNode element : node.path(name)) {
                if (element.has(needed)) {
                    whole.put(element, needed);
                }
            }
        });
        return whole;
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
