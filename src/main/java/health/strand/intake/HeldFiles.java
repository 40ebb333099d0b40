package health.strand.intake;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Signature;

/** Finds the files in a resource wherever they are: in elements, extensions and contained resources. */
final class HeldFiles {

    private HeldFiles() {}

    /** What looks at each element of a resource. */
    @FunctionalInterface
    interface Visitor {

        /** @param element FHIRPath of it */
        void visit(String element, Base holder, Base each);
    }

    static List<HeldFile> of(Resource resource) {
        List<HeldFile> found = new ArrayList<>();
        visit(resource, (element, holder, each) -> {
            if (holds(each)) {
                found.add(new HeldFile(element, each));
            }
        });
        return found;
    }

    /** Whether what it holds is a file, of a type that it tells. */
    static boolean holds(Base element) {
        return element instanceof Binary || element instanceof Attachment || element instanceof Signature;
    }

    static void visit(Resource resource, Visitor visitor) {
        visit(resource.fhirType(), resource, resource, visitor);
    }

    private static void visit(String element, Base holder, Base each, Visitor visitor) {
        visitor.visit(element, holder, each);
        for (Property property : each.children()) {
            List<Base> values = property.getValues();
            String name = element + "." + property.getName().replace("[x]", "");
            for (int index = 0; index < values.size(); index++) {
                visit(property.isList() ? name + "[" + index + "]" : name, each, values.get(index), visitor);
            }
        }
    }
}
