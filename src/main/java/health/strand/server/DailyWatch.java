package health.strand.server;

import java.time.ZoneId;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

/** Looks, when the server has started and as each day of the clinic begins, for what nobody's request brings up. */
final class DailyWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DailyWatch.class);
    private static final String AS_THE_DAY_BEGINS = "1 0 0 * * *";

    private final ConsentConcerns consents;
    private final ComingOfAge majority;
    private final Runnable trail;
    private final ZoneId zone;
    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private @Nullable ScheduledFuture<?> daily;

    /**
     * @param trail takes away of the audit trail what is kept no longer
     * @param zone the clinic's, in which days begin
     */
    DailyWatch(ConsentConcerns consents, ComingOfAge majority, Runnable trail, ZoneId zone) {
        this.consents = consents;
        this.majority = majority;
        this.trail = trail;
        this.zone = zone;
        scheduler.setThreadNamePrefix("daily-watch-");
        scheduler.setDaemon(true);
    }

    /** Looks at everything once; what fails does not keep the rest from being looked at. */
    void look() {
        each("consents", consents::lookAtAll);
        each("patients who come of age", majority::lookAtAll);
        each("the audit trail", trail);
    }

    private static void each(String what, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            // the message may hold content
            log.error("the daily look at {} failed: {}", what, e.getClass().getName());
        }
    }

    @Override
    public void start() {
        scheduler.initialize();
        scheduler.execute(this::look);
        daily = scheduler.schedule(this::look, new CronTrigger(AS_THE_DAY_BEGINS, zone));
    }

    @Override
    public void stop() {
        daily = null;
        scheduler.shutdown();
    }

    @Override
    public boolean isRunning() {
        return daily != null;
    }
}
