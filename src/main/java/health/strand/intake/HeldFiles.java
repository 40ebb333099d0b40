package health.strand.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** Finds the files in a resource wherever they are: in elements, extensions and contained resources. */
final class HeldFiles {

    private HeldFiles() {}

    static List<HeldFile> of(Resource resource) {
        List<HeldFile> found = new ArrayList<>();
        visit(resource.fhirType(), resource, (element, each) -> {
            if (each instanceof Binary || each instanceof Attachment) {
                found.add(new HeldFile(element, each));
            }
        });
        return found;
    }

    private static void visit(String element, Base each, BiConsumer<String, Base> visitor) {
        visitor.accept(element, each);
        for (Property property : each.children()) {
            List<Base> values = property.getValues();
            String name = element + "." + property.getName().replace("[x]", "");
            for (int index = 0; index < values.size(); index++) {
                visit(property.isList() ? name + "[" + index + "]" : name, values.get(index), visitor);
            }
        }
    }
}
