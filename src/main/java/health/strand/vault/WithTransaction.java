package health.strand.vault;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Removes a stored file again when the transaction that stored it comes to nothing. */
record WithTransaction(FileVault files, FileHandle name) implements TransactionSynchronization {

    private static final Logger log = LoggerFactory.getLogger(WithTransaction.class);

    /** Outside of a transaction the file is there for good. */
    static void bind(FileVault files, FileHandle name) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new WithTransaction(files, name));
        }
    }

    @Override
    public void afterCompletion(int status) {
        if (status == STATUS_ROLLED_BACK) {
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
