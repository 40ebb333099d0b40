package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The elements of a profile that a reader needs: those it speaks of, those that must be there or be supported, and the way
 * down to them. What slices merely fix is folded into the slice, or a panel of forty numbers would be a page of two hundred
 * and forty rows.
 */
final class ElementTree {

    /** Elements everything has and nobody looks for. */
    private static final Set<String> EVERYWHERE = Set.of("implicitRules", "modifierExtension", "url");

    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();

    /** An element with what is said of it in its children's stead. */
    record Row(Element element, List<Element> folded) {}

    ElementTree(JsonNode structure) {
        Map<String, JsonNode> own = new HashMap<>();
        structure
                .path("differential")
                .path("element")
                .forEach(json -> own.put(json.path("id").asText(), json));
        for (JsonNode json : structure.path("snapshot").path("element")) {
            Element element = new Element(json, own.getOrDefault(json.path("id").asText(), MissingNode.getInstance()));
            elements.put(element.id(), element);
        }
        elements.values().stream().filter(ElementTree::matters).forEach(this::show);
        elements.values().stream()
                .filter(element -> element.isMandatory() && isThere(element.parent()))
                .forEach(this::show);
    }

    private boolean isThere(String id) {
        Element element = elements.get(id);
        return element != null && shown.contains(id) && !element.isForbidden();
    }

    private static boolean matters(Element element) {
        return element.isRoot()
                || element.isOwn()
                || element.mustBeSupported()
                || (element.isModifier() && element.depth() == 1 && !EVERYWHERE.contains(element.step()));
    }

    private void show(Element element) {
        shown.add(element.id());
        Element parent = elements.get(element.parent());
        if (parent != null && !shown.contains(parent.id())) {
            show(parent);
        }
    }

    List<Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Element element : elements.values()) {
            if (shown.contains(element.id())) {
                Row host = element.saysLittle() && belowSlice(element) ? host(element, rows) : null;
                if (host == null) {
                    rows.put(element.id(), new Row(element, new ArrayList<>()));
                } else {
                    host.folded().add(element);
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private static boolean belowSlice(Element element) {
        return element.parent().indexOf(':') >= 0;
    }

    private Row host(Element element, Map<String, Row> rows) {
        Element parent = element;
        Row host = null;
        while (host == null) {
            parent = elements.getOrDefault(parent.parent(), parent);
            host = rows.get(parent.id());
        }
        return host;
    }

    /** The steps of the elements that the profile takes as they are. */
    List<String> untouched() {
        return elements.values().stream()
                .filter(element -> element.depth() == 1 && !shown.contains(element.id()) && !element.isForbidden())
                .map(Element::step)
                .toList();
    }

    List<Element> all() {
        return List.copyOf(elements.values());
    }
}
