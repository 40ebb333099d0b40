package health.strand.visibility;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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

    private static final String SET_KEYS = "select set_config('strand.patients', ?, true),"
            + " set_config('strand.classes', ?, true), set_config('strand.writable', ?, true)";

    private final DataSource requests;

    public KeyedTransactionManager(EntityManagerFactory entityManagers, DataSource requests) {
        super(entityManagers);
        this.requests = requests;
        setDataSource(requests);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        TransactionKeys keys = CurrentKeys.get();
        if (keys == null) {
            return;
        }
        try {
            hand(keys, connection());
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("the database did not take the transaction's keys", e);
        }
    }

    private Connection connection() {
        Object holder = TransactionSynchronizationManager.getResource(requests);
        if (holder instanceof ConnectionHolder held) {
            return held.getConnection();
        }
        throw new CannotCreateTransactionException("no connection is bound to the transaction");
    }

    private static void hand(TransactionKeys keys, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET_KEYS)) {
            statement.setString(1, keys.patients());
            statement.setString(2, keys.readable());
            statement.setString(3, keys.writable());
            statement.execute();
        }
    }
}
