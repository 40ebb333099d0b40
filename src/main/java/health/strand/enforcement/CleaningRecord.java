package health.strand.enforcement;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.imaging.Trace;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/** Says in the record what was removed from a picture, within the transaction that stores it. */
@FunctionalInterface
public interface CleaningRecord {

    /** @param removed by kind; what it was is kept nowhere */
    void keep(Resource cleaned, Set<Trace> removed, RequestDetails request);
}
