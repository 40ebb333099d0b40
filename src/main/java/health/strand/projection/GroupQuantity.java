package health.strand.projection;

import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Group;

/** Keeps the number of a group's members true for whoever is shown some of them: it would tell that there are more. */
final class GroupQuantity {

    private GroupQuantity() {}

    /** How many members it names. */
    static int members(IBase element) {
        return element instanceof Group group ? group.getMember().size() : 0;
    }

    /** After members were taken out, or put back into what somebody made of the rest. */
    static void reckon(IBase element, int before) {
        int more = members(element) - before;
        if (more != 0 && element instanceof Group group && group.hasQuantity()) {
            int now = group.getQuantity() + more;
            // a number that was below the members it names says nothing of them
            group.setQuantity(Math.max(now, 0));
        }
    }
}
