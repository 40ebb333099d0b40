package health.strand.enforcement;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Consent;

/** What follows when something is no longer as it was that copies for publication rest on, within that transaction. */
public interface PictureConsequences {

    /** A picture, or the file of one, is another or is gone; the reference is {@code Type/id}. */
    void changed(String picture, RequestDetails request);

    /** A consent was deleted. */
    void deleted(Consent consent, RequestDetails request);
}
