package health.strand.vault;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Removes a stored file when the transaction ends in one way: one that was stored in it when it comes to nothing, and one
 * that was replaced when it holds.
 *
 * @param unwanted the status of {@link TransactionSynchronization} at which it goes
 */
record WithTransaction(FileVault files, FileHandle name, int unwanted) implements TransactionSynchronization {

    private static final Logger log = LoggerFactory.getLogger(WithTransaction.class);

    /** Outside of a transaction the file stays. */
    static void bind(FileVault files, FileHandle name, int unwanted) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new WithTransaction(files, name, unwanted));
        }
    }

    @Override
    public void afterCompletion(int status) {
        if (status == unwanted) {
            try {
                files.delete(name);
            } catch (IOException e) {
                log.warn(
                        "file `{}`, to which nothing refers, was not removed: {}",
                        name,
                        e.getClass().getName());
            }
        }
    }
}
