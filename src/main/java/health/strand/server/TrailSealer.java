package health.strand.server;

import health.strand.audit.ChainSealing;
import health.strand.audit.TrailUnavailable;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.TransactionException;

/** Seals the audit trail every second, as long as the server runs. */
final class TrailSealer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TrailSealer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Runnable before;
    private final ChainSealing sealing;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private boolean failed;
    private @Nullable ScheduledFuture<?> running;

    /** @param before what is still to be taken into the trail */
    TrailSealer(Runnable before, ChainSealing sealing) {
        this.before = before;
        this.sealing = sealing;
        scheduler.setThreadNamePrefix("trail-sealer-");
        scheduler.setDaemon(true);
    }

    private void seal() {
        try {
            before.run();
            sealing.run();
            failed = false;
        } catch (DataAccessException | TransactionException | TrailUnavailable e) {
            if (!failed) {
                // once, and not every second as long as the database is away
                log.warn("the audit trail is not sealed: {}", e.getClass().getName());
            }
            failed = true;
        }
    }

    @Override
    public void start() {
        scheduler.initialize();
        running = scheduler.scheduleWithFixedDelay(this::seal, PAUSE);
    }

    @Override
    public void stop() {
        running = null;
        scheduler.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
