package health.strand.enforcement;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/** Says whom things are about, whether or not the requester is shown whom. */
public interface Concerned {

    /** The patients of resources that were found, or stored a moment ago. */
    Set<PatientId> patientsOf(Collection<? extends Resource> found);

    /** The cells in which resources were found, and the patients of each. */
    Map<Integer, Set<PatientId>> cellsOf(Collection<? extends Resource> found);

    /** The class of what lies in a cell. */
    DataClass classOf(int cell);

    /** Where references lead, each {@code Type/id}; as long for what never was as for what is hidden. */
    List<Place> places(Collection<String> references);

    /**
     * Where something is that was asked for.
     *
     * @param kept whether it is there, for whoever may see it
     * @param visible whether it is, or was, there for the requester
     * @param cell where it lies
     */
    record Place(Set<PatientId> patients, boolean kept, boolean visible, int cell) {

        public Place {
            patients = Set.copyOf(patients);
        }

        boolean isHidden() {
            return kept && !visible;
        }
    }
}
