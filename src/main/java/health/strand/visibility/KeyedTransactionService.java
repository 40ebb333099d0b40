package health.strand.visibility;

import ca.uhn.fhir.jpa.dao.tx.HapiTransactionService;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.Reach;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * HAPI's way into the database, with the keys of the request that asks. They come from the request's own details and
 * never from the thread, because entries of a batch and pages of a search run on other threads.
 */
public final class KeyedTransactionService extends HapiTransactionService {

    private final Function<RequestDetails, Optional<Reach>> reachOf;
    private final Function<RequestDetails, List<String>> turnsOf;

    /**
     * @param reachOf the reach decided for a request, or empty when nobody decided one
     * @param turnsOf what the request must do one after the other with others of the same name
     */
    public KeyedTransactionService(
            Function<RequestDetails, Optional<Reach>> reachOf, Function<RequestDetails, List<String>> turnsOf) {
        this.reachOf = reachOf;
        this.turnsOf = turnsOf;
    }

    @Override
    protected IExecutionBuilder buildExecutionBuilder(@Nullable RequestDetails request) {
        return new KeyedExecution(request);
    }

    @Override
    protected <T extends @Nullable Object> T doExecute(ExecutionBuilder execution, TransactionCallback<T> work) {
        if (joinsARunningTransaction(execution)) {
            // the keys of the enclosing transaction stay: nothing inside a request can widen them
            return super.doExecute(execution, work);
        }
        return CurrentKeys.during(keys(execution), () -> super.doExecute(execution, work));
    }

    private static boolean joinsARunningTransaction(HapiTransactionService.ExecutionBuilder execution) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && execution.getPropagation() != Propagation.REQUIRES_NEW;
    }

    private TransactionKeys keys(ExecutionBuilder execution) {
        return execution instanceof KeyedExecution keyed ? keyed.keys() : TransactionKeys.CONFORMANCE;
    }

    private final class KeyedExecution extends ExecutionBuilder {

        private final @Nullable RequestDetails request;

        KeyedExecution(@Nullable RequestDetails request) {
            super(request);
            this.request = request;
        }

        TransactionKeys keys() {
            if (request == null) {
                return TransactionKeys.CONFORMANCE;
            }
            return reachOf.apply(request)
                    .map(reach -> TransactionKeys.of(reach, turnsOf.apply(request)))
                    .orElse(TransactionKeys.CONFORMANCE);
        }
    }
}
