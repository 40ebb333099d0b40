package health.strand.dicomweb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.dicom.Tag;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds a DICOM JSON object out of what the record says, in the order of the tags.
 *
 * @see <a href="https://dicom.nema.org/medical/dicom/current/output/html/part18.html#sect_F.2">PS3.18 section F.2</a>
 */
final class Attributes {

    private final Map<String, ObjectNode> all = new TreeMap<>();

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.setAll(all);
        return json;
    }

    private ObjectNode put(int tag, String vr) {
        ObjectNode element = JsonNodeFactory.instance.objectNode().put("vr", vr);
        all.put(Tag.hex(tag), element);
        return element;
    }

    Attributes text(int tag, String vr, String value) {
        ObjectNode element = put(tag, vr);
        if (!value.isEmpty()) {
            element.putArray("Value").add(value);
        }
        return this;
    }

    Attributes texts(int tag, String vr, Collection<String> values) {
        ObjectNode element = put(tag, vr);
        if (!values.isEmpty()) {
            values.forEach(element.putArray("Value")::add);
        }
        return this;
    }

    Attributes name(int tag, String value) {
        ObjectNode element = put(tag, "PN");
        if (!value.isEmpty()) {
            element.putArray("Value").addObject().put("Alphabetic", value);
        }
        return this;
    }

    /** A number from 1; without a value where it is none of them. */
    Attributes number(int tag, String vr, int value) {
        ObjectNode element = put(tag, vr);
        if (value > 0) {
            element.putArray("Value").add(value);
        }
        return this;
    }
}
