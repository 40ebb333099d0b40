package health.strand.visibility;

import health.strand.access.Reach;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads tables of ours with the keys of a request, which policies look at. */
public final class KeyedReads {

    private final TransactionTemplate transaction;

    public KeyedReads(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    /** Does it in a transaction that reaches so far. */
    public <T extends @Nullable Object> T within(Reach reach, Supplier<T> work) {
        return CurrentKeys.during(
                TransactionKeys.of(reach, List.of()), () -> transaction.execute(status -> work.get()));
    }
}
