package health.strand.validation;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** What is stored beside a resource, as far as its writer reaches; what is hidden from the writer is not there. */
public interface Neighbours {

    /** The resource a reference such as {@code Device/x} leads to. */
    Optional<Resource> find(String reference);

    /** The references in a resource that lead to records about somebody else. */
    List<String> ofOtherPatients(Resource resource);

    /** The comparability keys of an encounter's panels, apart from those of one panel; both as {@code Type/id}. */
    List<String> comparabilityKeys(String encounter, String apartFrom);
}
