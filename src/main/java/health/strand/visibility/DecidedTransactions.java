package health.strand.visibility;

import health.strand.access.Reach;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions that reach as far as was decided, for tables of ours beside the record, whose policies look at the keys. */
public final class DecidedTransactions {

    private final TransactionTemplate transaction;

    public DecidedTransactions(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The same, in which nothing is written. */
    public static DecidedTransactions readOnly(PlatformTransactionManager transactions) {
        DecidedTransactions reading = new DecidedTransactions(transactions);
        reading.transaction.setReadOnly(true);
        return reading;
    }

    /** Does something within that reach, whole or not at all. */
    public <T extends @Nullable Object> T within(Reach reach, Supplier<T> work) {
        return CurrentKeys.during(
                TransactionKeys.of(reach, List.of()), () -> transaction.execute(status -> work.get()));
    }
}
