package health.strand.keycloak;

import health.strand.keycloak.RecordServer.RecordUnreachable;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * What the record server is still to be told, in order. It is kept in memory, so that nobody waits for it who signs in: what
 * stands here when Keycloak ends is lost, and what there is no room for too.
 */
final class ToldLater implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ToldLater.class);
    private static final int ROOM = 10_000;
    private static final long FIRST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    private record Event(String base, String token) {}

    private final BlockingQueue<Event> queue = new LinkedBlockingQueue<>(ROOM);
    private final Thread teller = new Thread(this::tellAll, "strand-sign-ins");

    ToldLater() {
        teller.setDaemon(true);
    }

    void start() {
        teller.start();
    }

    /** Never waits. */
    void tell(String base, String token) {
        if (!queue.offer(new Event(base, token))) {
            LOG.error("the record server has not been told of sign-ins for long, and one is not kept any more");
        }
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

    /** Until it is taken in, or refused for good. */
    private static void tell(Event event) throws InterruptedException {
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                if (!new RecordServer(event.base()).takes(event.token())) {
                    LOG.error("the record server does not take in that somebody signed in");
                }
                return;
            } catch (RecordUnreachable e) {
                Thread.sleep(pause);
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
}
