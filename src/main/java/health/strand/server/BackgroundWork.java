package health.strand.server;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Work that is done some at a time while the server serves, and again after a pause when there was no more. What
 * could not be done is tried again then.
 */
final class BackgroundWork implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(BackgroundWork.class);
    private static final Duration TOLD = Duration.ofMinutes(1);

    private final String done;
    private final Duration first;
    private final Duration pause;
    private final IntSupplier some;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private volatile boolean running;
    private @Nullable ScheduledFuture<?> turns;

    /**
     * @param thread what its thread is called
     * @param done what has been done to how many, for the log
     * @param first how long after the start it begins
     * @param some does some more and gives how many; 0 when there is no more
     */
    BackgroundWork(String thread, String done, Duration first, Duration pause, IntSupplier some) {
        this.done = done;
        this.first = first;
        this.pause = pause;
        this.some = some;
        scheduler.setThreadNamePrefix(thread + "-");
        scheduler.setDaemon(true);
    }

    private void turn() {
        int all = 0;
        try {
            Instant told = Instant.now();
            for (int now = some.getAsInt(); now > 0 && running; now = some.getAsInt()) {
                all += now;
                if (told.plus(TOLD).isBefore(Instant.now())) {
                    told = Instant.now();
                    log.info("{}: {} so far", done, all);
                }
            }
        } catch (RuntimeException e) {
            // its text may name what it is about
            log.warn("{}: not all, {}", done, e.getClass().getName());
        }
        if (all > 0) {
            log.info("{}: {}", done, all);
        }
    }

    @Override
    public void start() {
        scheduler.initialize();
        // before the first turn, which asks for it
        running = true;
        turns = scheduler.scheduleWithFixedDelay(this::turn, Instant.now().plus(first), pause);
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
