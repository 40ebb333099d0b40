package health.strand.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** The values in a resource that facts are made of, each with the names of the elements it lies in. */
final class Elements {

    private static final Set<String> PASSED_OVER = Set.of("meta", "text", "id", "implicitRules", "language");

    private final List<Element> found = new ArrayList<>();

    private Elements() {}

    static Elements of(Resource resource) {
        Elements elements = new Elements();
        elements.visit(resource, "");
        return elements;
    }

    /** All values of a type, wherever they lie. */
    <T extends Base> Stream<T> all(Class<T> type) {
        return found.stream().map(Element::value).filter(type::isInstance).map(type::cast);
    }

    /** The values of a type at exactly this path, such as {@code component.code.coding}. */
    <T extends Base> Stream<T> at(String path, Class<T> type) {
        return found.stream()
                .filter(element -> element.path.equals(path))
                .map(Element::value)
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** The values of a type at one of these paths or below it. */
    <T extends Base> Stream<T> within(Set<String> paths, Class<T> type) {
        return found.stream()
                .filter(element -> paths.stream()
                        .anyMatch(path -> element.path.equals(path) || element.path.startsWith(path + ".")))
                .map(Element::value)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private void visit(Base parent, String path) {
        for (Property property : parent.children()) {
            String name = property.getName().replace("[x]", "");
            if (path.isEmpty() && PASSED_OVER.contains(name)) {
                continue;
            }
            String here = path.isEmpty() ? name : path + "." + name;
            for (Base value : property.getValues()) {
                if (isOfInterest(value)) {
                    found.add(new Element(here, value));
                } else if (!value.isPrimitive()) {
                    visit(value, here);
                }
            }
        }
    }

    private static boolean isOfInterest(Base value) {
        return value instanceof Reference
                || value instanceof Coding
                || value instanceof Attachment
                || value instanceof Period
                || value instanceof BaseDateTimeType;
    }

    private record Element(String path, Base value) {}
}
