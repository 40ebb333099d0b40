package health.strand.visibility;

import health.strand.vault.FileHandle;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The stored pictures of which smaller ones are still to be made. Each is taken in a transaction of its own: whoever is stopped
 * at it has not taken it, and several servers share the work.
 */
public final class WaitingRenditions {

    private final JdbcTemplate database;
    private final TransactionOperations transactions;

    /** @param transactions on connections of {@code requests} */
    public WaitingRenditions(DataSource requests, TransactionOperations transactions) {
        this.database = new JdbcTemplate(requests);
        this.transactions = transactions;
    }

    /** Adds a picture, if this transaction holds. */
    public void add(FileHandle picture) {
        database.query("select strand.rendition_waits(?)", row -> {}, picture.toString());
    }

    /**
     * Takes the next one; it waits on when this comes to nothing.
     *
     * @return 1, or 0 when none waits
     */
    public int takeOne(Consumer<FileHandle> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            Optional<FileHandle> next = Optional.ofNullable(
                            database.queryForObject("select strand.next_rendition()", String.class))
                    .flatMap(FileHandle::parse);
            next.ifPresent(work);
            return next.isPresent() ? 1 : 0;
        }));
    }

    /** How many wait. */
    public int count() {
        return Objects.requireNonNull(database.queryForObject("select strand.renditions_waiting()", Integer.class));
    }
}
