package health.strand.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ImagingStudy.ImagingStudySeriesInstanceComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * Takes out whatever points to some targets. An element that is left with nothing, or without what it must have, goes
 * too; so does a text that was written over what is gone.
 */
final class Removal {

    /** What became of an element. */
    enum Fate {
        UNTOUCHED,
        CHANGED,
        GONE
    }

    private final ElementTree tree;
    private final LocalTargets local;
    private final Set<String> targets;

    Removal(ElementTree tree, LocalTargets local, Set<String> targets) {
        this.tree = tree;
        this.local = local;
        this.targets = targets;
    }

    boolean isTarget(IBase parent, IBase element) {
        return isInstance(element)
                ? pointsToATarget(element)
                : local.of(parent, element).filter(targets::contains).isPresent();
    }

    /** An instance of a study is what it points to, and nothing of it is there without that. */
    private boolean pointsToATarget(IBase element) {
        boolean[] found = {false};
        tree.eachChild(
                element,
                child -> found[0] |=
                        local.of(element, child).filter(targets::contains).isPresent() || pointsToATarget(child));
        return found[0];
    }

    /** A resource is never gone itself. */
    Fate from(IBase element) {
        boolean changed = false;
        boolean incomplete = false;
        Counts counts = Counts.of(element);
        for (Slot slot : tree.slots(element)) {
            List<IBase> values = slot.values();
            List<IBase> kept = new ArrayList<>();
            for (IBase value : values) {
                Fate fate = isTarget(element, value) ? Fate.GONE : from(value);
                changed |= fate != Fate.UNTOUCHED;
                if (fate != Fate.GONE) {
                    kept.add(value);
                }
            }
            if (kept.size() < values.size()) {
                slot.replace(kept);
                incomplete |= kept.isEmpty() && (slot.isRequired() || isInstance(values.get(0)));
            }
        }
        counts.reckon();
        return changed ? fate(element, incomplete) : Fate.UNTOUCHED;
    }

    /** A series of which no instance is there would tell that there was one. */
    private static boolean isInstance(IBase element) {
        return element instanceof ImagingStudySeriesInstanceComponent;
    }

    private static Fate fate(IBase element, boolean incomplete) {
        if (element instanceof DomainResource holder) {
            holder.setText(null);
        }
        if (element instanceof Resource) {
            return Fate.CHANGED;
        }
        return incomplete || isNothing((Base) element) ? Fate.GONE : Fate.CHANGED;
    }

    private static boolean isNothing(Base element) {
        return element.isEmpty()
                || element instanceof Extension extension && !extension.hasValue() && !extension.hasExtension();
    }
}
