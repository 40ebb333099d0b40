package health.strand.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** JSON in which 0.10 is not 0.1, as FHIR wants it: how exactly something was measured is part of the record. */
final class ExactJson {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private ExactJson() {}

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("this is no JSON: " + text, e);
        }
    }

    /** Where the two differ first, with both values; empty when they are equal. */
    static String difference(JsonNode sent, JsonNode found) {
        return sent.equals(found) ? "" : difference("", sent, found);
    }

    private static String difference(String path, JsonNode sent, JsonNode found) {
        Set<String> names = new TreeSet<>();
        if (sent.isObject() && found.isObject()) {
            addAll(names, sent.fieldNames());
            addAll(names, found.fieldNames());
            for (String name : names) {
                if (!Objects.equals(sent.get(name), found.get(name))) {
                    return difference(path + "/" + name, sent.path(name), found.path(name));
                }
            }
        }
        if (sent.isArray() && found.isArray() && sent.size() == found.size()) {
            for (int i = 0; i < sent.size(); i++) {
                if (!sent.get(i).equals(found.get(i))) {
                    return difference(path + "/" + i, sent.get(i), found.get(i));
                }
            }
        }
        return path + ": " + sent + " became " + found;
    }

    private static void addAll(Set<String> names, Iterator<String> more) {
        more.forEachRemaining(names::add);
    }
}
