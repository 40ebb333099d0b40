package health.strand.server;

import health.strand.visibility.PlainBodies;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.transaction.TransactionException;

/** Encrypts, while the server serves, what a server without keys has written; looks for more once a day. */
final class BodySealing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BodySealing.class);
    private static final Duration PAUSE = Duration.ofDays(1);

    private final PlainBodies plain;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private volatile boolean running;
    private @Nullable ScheduledFuture<?> turns;

    BodySealing(PlainBodies plain) {
        this.plain = plain;
        scheduler.setThreadNamePrefix("body-sealing-");
        scheduler.setDaemon(true);
    }

    private void seal() {
        try {
            int all = 0;
            for (int some = plain.sealSome(); some > 0 && running; some = plain.sealSome()) {
                all += some;
            }
            if (all > 0) {
                log.info("{} bodies that were not encrypted are now", all);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn(
                    "bodies that were not encrypted still are not: {}",
                    e.getClass().getName());
        }
    }

    @Override
    public void start() {
        scheduler.initialize();
        // before the first turn, which asks for it
        running = true;
        turns = scheduler.scheduleWithFixedDelay(this::seal, Instant.now(), PAUSE);
    }

    @Override
    public void stop() {
        running = false;
        if (turns != null) {
            turns.cancel(false);
        }
        scheduler.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
