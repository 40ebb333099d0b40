package health.strand.visibility;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.dao.TransactionProcessor;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBase;

/**
 * HAPI's transactions, looking for conditional matches in every cell. HAPI would look only in the cells its entries
 * are to be written to, and store a second copy of what lies elsewhere.
 */
public final class TransactionsEverywhere extends TransactionProcessor {

    @Override
    protected RequestPartitionId determineRequestPartitionIdForWriteEntries(
            RequestDetails request, TransactionDetails transaction, List<IBase> entries) {
        return RequestPartitionId.allPartitions();
    }
}
