package health.strand.enforcement;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Consent;
import org.jspecify.annotations.Nullable;

/** What follows from a consent that was written, within the transaction that writes it. */
@FunctionalInterface
public interface ConsentConsequences {

    /** @param before null for a new one */
    void follow(@Nullable Consent before, Consent after, RequestDetails request);
}
