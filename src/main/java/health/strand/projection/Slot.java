package health.strand.projection;

import java.util.List;
import org.hl7.fhir.instance.model.api.IBase;

/** The place of one child element, filled or not. */
interface Slot {

    /** What is there, in order; a copy of the list. */
    List<IBase> values();

    /** Puts these there instead. */
    void replace(List<? extends IBase> values);

    /** Whether there can be one at the most. */
    boolean holdsOne();

    /** Whether the parent is nothing without it. */
    boolean isRequired();
}
