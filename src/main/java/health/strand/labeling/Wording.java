package health.strand.labeling;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Signature;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * What a resource says in words and in codes, wherever it says it: narrative, displays, texts of codes, notes, titles and
 * names of files, contained resources and extensions too. Names and addresses of people say nothing of them.
 */
record Wording(List<String> texts, List<Coding> codes) {

    private static final Set<Class<?>> NO_TEXT =
            Set.of(HumanName.class, Address.class, ContactPoint.class, Identifier.class, Meta.class, Signature.class);

    private static final Set<String> WITHIN_A_LINE = Set.of(
            "a", "abbr", "b", "big", "code", "em", "font", "i", "small", "span", "strong", "sub", "sup", "tt", "u");

    static Wording of(Resource resource) {
        Wording found = new Wording(new ArrayList<>(), new ArrayList<>());
        found.visit(resource);
        return found;
    }

    private void visit(Base parent) {
        for (Property property : parent.children()) {
            for (Base value : property.getValues()) {
                read(value);
            }
        }
    }

    private void read(Base value) {
        if (value instanceof Narrative narrative) {
            narrative(narrative);
        } else if (value instanceof StringType text && !(value instanceof CodeType) && text.hasValue()) {
            texts.add(text.getValue());
        } else if (!value.isPrimitive() && !NO_TEXT.contains(value.getClass())) {
            if (value instanceof Coding code) {
                codes.add(code);
            } else if (value instanceof Attachment file && file.getUrl() != null) {
                texts.add(file.getUrl().replaceFirst("^.*/", ""));
            }
            visit(value);
        }
    }

    /** As it reads: cells and lines stand apart, and a word may be set partly in bold. */
    private void narrative(Narrative narrative) {
        if (narrative.hasDiv()) {
            StringBuilder text = new StringBuilder();
            append(narrative.getDiv(), text);
            texts.add(text.toString());
        }
    }

    private static void append(XhtmlNode node, StringBuilder text) {
        String edge = node.getName() == null || WITHIN_A_LINE.contains(node.getName()) ? "" : " ";
        text.append(edge);
        if (node.getContent() != null) {
            text.append(node.getContent());
        }
        if (node.hasChildren()) {
            node.getChildNodes().forEach(child -> append(child, text));
        }
        text.append(edge);
    }
}
