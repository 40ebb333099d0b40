package health.strand.provision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Part of an object that has to be there; what else stands in it is somebody else's. */
record Wanted(ObjectNode part) {

    static Wanted of(JsonNode object, String... members) {
        ObjectNode part = ((ObjectNode) object).objectNode();
        for (String member : members) {
            if (object.has(member)) {
                part.set(member, object.get(member));
            }
        }
        return new Wanted(part);
    }

    /** What is missing or otherwise, each as {@code name: is -> should be}. */
    List<String> gaps(JsonNode now) {
        List<String> gaps = new ArrayList<>();
        collect("", part, now, gaps);
        return gaps;
    }

    /** What is there, with what is wanted in it. */
    ObjectNode in(JsonNode now) {
        ObjectNode whole = now instanceof ObjectNode object ? object.deepCopy() : part.objectNode();
        return merged(part, whole);
    }

    private static void collect(String path, JsonNode wanted, JsonNode now, List<String> gaps) {
        if (wanted.isObject()) {
            for (Map.Entry<String, JsonNode> member : wanted.properties()) {
                String name = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                JsonNode there = now.isObject() ? now.path(member.getKey()) : MissingNode.getInstance();
                collect(name, member.getValue(), there, gaps);
            }
        } else if (!same(wanted, now)) {
            gaps.add(path + ": " + shown(now) + " -> " + shown(wanted));
        }
    }

    /** Keycloak writes some values as texts that were numbers, and lists in any order. */
    private static boolean same(JsonNode wanted, JsonNode now) {
        if (wanted.isArray()) {
            return now.isArray() && elements(wanted).equals(elements(now));
        }
        return now.isValueNode() && !now.isNull() && wanted.asText().equals(now.asText());
    }

    private static Set<String> elements(JsonNode list) {
        Set<String> elements = new HashSet<>();
        list.forEach(each -> elements.add(each.asText()));
        return elements;
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? "nothing"
                : value.isTextual() ? value.asText() : value.toString();
    }

    private static ObjectNode merged(ObjectNode wanted, ObjectNode whole) {
        wanted.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode inner) {
                whole.set(
                        member.getKey(),
                        whole.path(member.getKey()) instanceof ObjectNode there
                                ? merged(inner, there)
                                : inner.deepCopy());
            } else {
                whole.set(member.getKey(), member.getValue());
            }
        });
        return whole;
    }
}
