package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;

/**
 * Batches and transactions, and nothing else of what HAPI offers on the whole system.
 *
 * @see <a href="https://hl7.org/fhir/R4/http.html#transaction">FHIR R4, batch and transaction</a>
 */
public final class TransactionProvider {

    private final IFhirSystemDao<Bundle, Meta> system;

    TransactionProvider(IFhirSystemDao<Bundle, Meta> system) {
        this.system = system;
    }

    /** Processes the bundle. */
    @Transaction
    public Bundle transaction(@TransactionParam Bundle bundle, RequestDetails request) {
        return system.transaction(request, bundle);
    }
}
