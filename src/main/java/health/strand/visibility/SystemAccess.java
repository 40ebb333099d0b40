package health.strand.visibility;

import health.strand.access.AllPatients;
import health.strand.access.Audience;
import health.strand.access.Capacity;
import health.strand.access.ClinicRole;
import health.strand.access.DataClass;
import health.strand.access.Reach;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work of the server's own, which nobody has asked for: it names its reason and sees who patients are and their privacy
 * records, as the privacy officer does, and nothing of what is treated.
 */
public final class SystemAccess {

    private static final Logger log = LoggerFactory.getLogger(SystemAccess.class);
    private static final Set<DataClass> SEEN =
            EnumSet.of(DataClass.IDENTITY, DataClass.PRIVACY, DataClass.REGISTRY, DataClass.CONFORMANCE);
    private static final Set<DataClass> WRITTEN = EnumSet.of(DataClass.PRIVACY);

    /** Nothing is withheld from the privacy officer, so that nobody's record is passed over. */
    private static final TransactionKeys KEYS = TransactionKeys.of(
            new Reach(
                    SEEN,
                    WRITTEN,
                    new AllPatients(),
                    new Capacity(Set.of(Audience.of(ClinicRole.PRIVACY_OFFICER)), "", SEEN, WRITTEN)),
            List.of());

    private final TransactionTemplate transaction;
    private final EvenPace pace = new EvenPace(Duration.ofMillis(500));

    public SystemAccess(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Does something in a transaction of its own.
     *
     * @param reason for the log; about what is done, never about whom
     */
    public <T extends @Nullable Object> T because(String reason, Supplier<T> work) {
        return within(reason, status -> work.get());
    }

    /**
     * The same for what may come to nothing: what it has written by then is taken back, and it takes half a second whatever
     * kept it from coming to something. The connection is given back before.
     */
    public <T> Optional<T> orNothing(String reason, Supplier<Optional<T>> work) {
        return pace.during(() -> within(reason, status -> {
            Optional<T> made = work.get();
            if (made.isEmpty()) {
                status.setRollbackOnly();
            }
            return made;
        }));
    }

    private <T extends @Nullable Object> T within(String reason, TransactionCallback<T> work) {
        log.debug("system access: {}", reason);
        return CurrentKeys.during(KEYS, () -> transaction.execute(work));
    }
}
