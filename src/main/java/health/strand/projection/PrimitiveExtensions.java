package health.strand.projection;

import java.util.List;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;

/** The extensions of a plain value, which HAPI declares nowhere. */
record PrimitiveExtensions(Element primitive) implements Slot {

    @Override
    public List<IBase> values() {
        return List.copyOf(primitive.getExtension());
    }

    @Override
    public void replace(List<? extends IBase> values) {
        primitive.setExtension(new java.util.ArrayList<>(
                values.stream().map(Extension.class::cast).toList()));
    }

    @Override
    public boolean holdsOne() {
        return false;
    }

    @Override
    public boolean isRequired() {
        return false;
    }
}
