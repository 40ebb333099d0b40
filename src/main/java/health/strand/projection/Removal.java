package health.strand.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
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
        return local.of(parent, element).filter(targets::contains).isPresent();
    }

    /** A resource is never gone itself. */
    Fate from(IBase element) {
        boolean changed = false;
        boolean incomplete = false;
        int members = GroupQuantity.members(element);
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
                incomplete |= slot.isRequired() && kept.isEmpty();
            }
        }
        GroupQuantity.reckon(element, members);
        return changed ? fate(element, incomplete) : Fate.UNTOUCHED;
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
