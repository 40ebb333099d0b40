package health.strand.keycloak;

import health.strand.keycloak.RecordServer.RecordUnreachable;
import java.time.Duration;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What record servers are still to be told. It is kept in memory, so that nobody waits for it who signs in: what stands here
 * when Keycloak ends is lost, and what there is no room for too. One server that is down does not keep another waiting.
 */
final class ToldLater implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ToldLater.class);
    private static final int ROOM = 10_000;
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(500).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMinutes(1).toNanos();
    /** As long as the record server takes it in. */
    private static final long LONGEST_NANOS = Duration.ofHours(23).toNanos();

    private final DelayQueue<Event> queue = new DelayQueue<>();
    private final Thread teller = new Thread(this::tellAll, "strand-sign-ins");

    ToldLater() {
        teller.setDaemon(true);
    }

    void start() {
        teller.start();
    }

    /** Never waits. */
    void tell(String base, String token) {
        if (queue.size() >= ROOM) {
            LOG.error("the record server has not been told of sign-ins for long, and one is not kept any more");
            return;
        }
        long now = System.nanoTime();
        queue.add(new Event(base, token, now, now, FIRST_PAUSE_NANOS));
    }

    private void tellAll() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                tell(queue.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Event event) {
        try {
            if (!new RecordServer(event.base()).takes(event.token())) {
                LOG.error("the record server does not take in that somebody signed in");
            }
        } catch (RecordUnreachable e) {
            Event again = event.again(System.nanoTime());
            if (again.due() - again.since() < LONGEST_NANOS) {
                queue.add(again);
            } else {
                LOG.error("the record server could not be told of a sign-in, which is not kept any more");
            }
        }
    }

    @Override
    public void close() {
        teller.interrupt();
        if (!queue.isEmpty()) {
            LOG.warnf("the record server is not told of %d sign-ins any more", queue.size());
        }
    }

    /**
     * One event, and when it is to be told.
     *
     * @param since when it came, by the clock that only counts
     * @param pause before it is told once more
     */
    private record Event(String base, String token, long since, long due, long pause) implements Delayed {

        Event again(long now) {
            return new Event(base, token, since, now + pause, Math.min(2 * pause, LONGEST_PAUSE_NANOS));
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
