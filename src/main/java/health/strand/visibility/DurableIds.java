package health.strand.visibility;

import ca.uhn.fhir.jpa.util.ISequenceValueMassager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Row ids that are given once, even if the database dies. What a sequence gave to a transaction that never committed may
 * be given again after a crash, while Hibernate goes on with the block it remembers: two rows then want one id. So blocks
 * are taken here in transactions of their own, and an id is used only when its block is on disk.
 */
public final class DurableIds implements ISequenceValueMassager {

    /** By how much HAPI's sequences advance; a value is the last id of its block. */
    private static final int BLOCK = 50;

    private static final int BLOCKS_AT_A_TIME = 4;

    /** A transaction with a number of its own is on disk when it has committed; one without may not be. */
    private static final String TAKE = "select nextval(?::regclass), pg_current_xact_id() from generate_series(1, ?)";

    private final DataSource source;
    private final Map<String, IdBlocks> sequences = new ConcurrentHashMap<>();

    /** @param source connections that are in no transaction, apart from those of requests: a request waits with one */
    public DurableIds(DataSource source) {
        this.source = source;
    }

    /**
     * @return the next id of the sequence with that name
     * @throws CannotCreateTransactionException when the database does not answer
     */
    @Override
    public Long generate(String sequence) {
        return sequences.computeIfAbsent(sequence, IdBlocks::new).next();
    }

    @Override
    public Long massage(String sequence, Long id) {
        return id;
    }

    private final class IdBlocks {

        private final String sequence;
        private final Deque<Long> ends = new ArrayDeque<>();
        private long next = 1;
        private long end;

        IdBlocks(String sequence) {
            this.sequence = sequence;
        }

        synchronized long next() {
            if (next > end) {
                if (ends.isEmpty()) {
                    take();
                }
                end = ends.remove();
                // the first value of a new sequence is 1, not a block
                next = Math.max(1, end - BLOCK + 1);
            }
            return next++;
        }

        private void take() {
            try (Connection connection = source.getConnection();
                    PreparedStatement statement = connection.prepareStatement(TAKE)) {
                statement.setString(1, sequence);
                statement.setInt(2, BLOCKS_AT_A_TIME);
                try (ResultSet values = statement.executeQuery()) {
                    while (values.next()) {
                        ends.add(values.getLong(1));
                    }
                }
            } catch (SQLException e) {
                throw new CannotCreateTransactionException("no ids from the database", e);
            }
        }
    }
}
