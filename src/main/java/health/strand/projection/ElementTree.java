package health.strand.projection;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.PrimitiveType;

/**
 * Walks a resource element by element, extensions and contained resources included. An event of the audit trail has no
 * elements here: it says what happened, also to what is not there any more, and holds nothing but ids.
 */
final class ElementTree {

    private final FhirContext fhir;

    ElementTree(FhirContext fhir) {
        this.fhir = fhir;
    }

    /** Where an element may have others; always in the same order for elements of one type. */
    List<Slot> slots(IBase element) {
        if (element instanceof AuditEvent) {
            return List.of();
        }
        if (definition(element) instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
            return composite.getChildrenAndExtension().stream()
                    .map(child -> (Slot) new DeclaredSlot(element, child))
                    .toList();
        }
        return element instanceof Element primitive ? List.of(new PrimitiveExtensions(primitive)) : List.of();
    }

    /** Looks at every child of an element, as often as an answer is sent and so without ado. */
    void eachChild(IBase element, Consumer<IBase> look) {
        if (element instanceof AuditEvent) {
            return;
        }
        if (element instanceof PrimitiveType<?> primitive) {
            if (primitive.hasExtension()) {
                primitive.getExtension().forEach(look);
            }
        } else if (definition(element) instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
            for (BaseRuntimeChildDefinition child : composite.getChildrenAndExtension()) {
                child.getAccessor().getValues(element).forEach(look);
            }
        }
    }

    private BaseRuntimeElementDefinition<?> definition(IBase element) {
        return element instanceof IBaseResource resource
                ? fhir.getResourceDefinition(resource)
                : fhir.getElementDefinition(element.getClass());
    }

    private record DeclaredSlot(IBase parent, BaseRuntimeChildDefinition child) implements Slot {

        @Override
        public List<IBase> values() {
            return List.copyOf(child.getAccessor().getValues(parent));
        }

        @Override
        public void replace(List<? extends IBase> values) {
            child.getMutator().setValue(parent, null);
            values.forEach(value -> child.getMutator().addValue(parent, value));
        }

        @Override
        public boolean holdsOne() {
            return child.getMax() == 1;
        }

        @Override
        public boolean isRequired() {
            return child.getMin() > 0;
        }
    }
}
