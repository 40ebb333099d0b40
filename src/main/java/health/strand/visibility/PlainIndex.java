package health.strand.visibility;

import health.strand.vault.IndexHashes;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Makes unreadable what the search index holds about genetic data since before it was, or since it was about other data. */
public final class PlainIndex {

    private static final int AT_ONCE = 500;
    private static final int NO_END = Integer.MAX_VALUE;

    private final JdbcTemplate database;
    private final TransactionOperations transactions;
    private final IndexHashes hashes;

    /** @param transactions on connections of {@code requests}, on which no keys are made */
    public PlainIndex(DataSource requests, TransactionOperations transactions, IndexHashes hashes) {
        this.database = new JdbcTemplate(requests);
        this.transactions = transactions;
        this.hashes = hashes;
    }

    private record Token(
            long row,
            boolean isIdentifier,
            @Nullable Long system,
            @Nullable Long both,
            @Nullable Long value) {}

    /** Seals some more, in a transaction of its own; gives how many, and 0 when there are no more. */
    public int sealSome() {
        return Objects.requireNonNull(transactions.execute(status -> seal(null, AT_ONCE)));
    }

    /** Seals what there is about a resource, within a transaction in which nothing of it waits to be written. */
    void seal(long resource) {
        seal(resource, NO_END);
    }

    private int seal(@Nullable Long resource, int most) {
        List<Token> tokens = database.query(
                "select * from strand.plain_tokens(?, ?)",
                (row, index) -> new Token(
                        row.getLong("id"),
                        row.getBoolean("identifier"),
                        row.getObject("hash_sys", Long.class),
                        row.getObject("hash_sys_and_value", Long.class),
                        row.getObject("hash_value", Long.class)),
                resource,
                most);
        tokens.forEach(this::seal);
        Integer blank = database.queryForObject("select strand.blank_index(?)", Integer.class, resource);
        return tokens.size() + (blank == null ? 0 : blank);
    }

    private void seal(Token token) {
        database.query(
                "select strand.seal_token(?, ?, ?, ?)",
                row -> {},
                token.row,
                sealed(token, token.system),
                sealed(token, token.both),
                sealed(token, token.value));
    }

    private @Nullable Long sealed(Token token, @Nullable Long hash) {
        return hash == null || token.isIdentifier ? hash : Long.valueOf(hashes.seal(hash));
    }
}
