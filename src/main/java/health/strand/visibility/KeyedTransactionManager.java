package health.strand.visibility;

import health.strand.access.Reach;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins every transaction with its keys. They are local to the transaction, so a pooled connection never carries them
 * to the next user; a transaction nobody gave keys to sees nothing.
 */
public final class KeyedTransactionManager extends JpaTransactionManager {

    private static final String HAND_KEYS = "select strand.hand_keys(?, ?, ?, ?, ?, ?, ?, ?)";

    private final transient DataSource requests;
    private final transient HandedAudiences audiences;
    private final transient Supplier<Optional<Reach>> ofThisThread;

    /** @param ofThisThread the reach of the request this thread answers, for transactions begun without a request */
    public KeyedTransactionManager(
            EntityManagerFactory entityManagers,
            DataSource requests,
            HandedAudiences audiences,
            Supplier<Optional<Reach>> ofThisThread) {
        super(entityManagers);
        this.requests = requests;
        this.audiences = audiences;
        this.ofThisThread = ofThisThread;
        setDataSource(requests);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Optional<TransactionKeys> keys = keys();
        if (keys.isEmpty()) {
            return;
        }
        try {
            hand(keys.get(), connection());
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the database did not take the transaction's keys", e);
        }
    }

    private Optional<TransactionKeys> keys() {
        return Optional.ofNullable(CurrentKeys.get())
                .or(() -> ofThisThread.get().map(reach -> TransactionKeys.of(reach, List.of())));
    }

    private Connection connection() {
        Object holder = TransactionSynchronizationManager.getResource(requests);
        if (holder instanceof ConnectionHolder held) {
            return held.getConnection();
        }
        throw new CannotCreateTransactionException("no connection is bound to the transaction");
    }

    private void hand(TransactionKeys keys, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HAND_KEYS)) {
            int place = 0;
            for (String part :
                    List.of(keys.patients(), keys.readable(), keys.writable(), keys.everywhere(), keys.intake())) {
                statement.setString(++place, part);
            }
            statement.setArray(++place, connection.createArrayOf("text", keys.readers()));
            statement.setArray(++place, connection.createArrayOf("text", keys.purposes()));
            statement.setString(++place, keys.client());
            try (ResultSet handed = statement.executeQuery()) {
                handed.next();
                audiences.remember(keys, handed.getString(1));
            }
        }
        if (!keys.turns().isEmpty()) {
            takeTurns(keys, connection);
        }
    }

    /** Duplicate deliveries wait for one another, so that the second finds what the first has stored. */
    private static void takeTurns(TransactionKeys keys, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            for (String turn : keys.turns()) {
                statement.setString(1, turn);
                statement.execute();
            }
        }
    }
}
