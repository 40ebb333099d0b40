package health.strand.validation;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** What is stored beside a resource, as far as its writer reaches; what is hidden from the writer is not there. */
public interface Neighbours {

    /** The resource a reference such as {@code Device/x} leads to. */
    Optional<Resource> find(String reference);

    /** The references in a resource that lead to records about somebody else. */
    List<String> ofOtherPatients(Resource resource);

    /** The trichometry panels of an encounter such as {@code Encounter/x}, up to {@value #MOST}. */
    List<Observation> panelsOf(String encounter);

    /** A session scans a dozen zones; whoever writes more is compared with some of them. */
    int MOST = 20;
}
