package health.strand.server;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many at a time, in the order in which they came; whoever finds no place within a minute is sent away. */
final class Places {

    private static final int WAIT_SECONDS = 60;

    private final Semaphore free;

    Places(int atOnce) {
        this.free = new Semaphore(atOnce, true);
    }

    /** Whether there is one now, which is to be given back. */
    boolean take() {
        try {
            return free.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveBack() {
        free.release();
    }
}
