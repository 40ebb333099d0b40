package health.strand.visibility;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Lets what comes to nothing take equally long, so that its time does not tell why: to find that somebody keeps a record closed
 * takes longer than to find nobody.
 */
final class EvenPace {

    private final long nanos;

    /** @param each several times what the longer way takes; what takes longer still is not held up */
    EvenPace(Duration each) {
        this.nanos = each.toNanos();
    }

    <T> Optional<T> during(Supplier<Optional<T>> work) {
        long end = System.nanoTime() + nanos;
        Optional<T> made = work.get();
        long left = end - System.nanoTime();
        while (made.isEmpty() && left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
        return made;
    }
}
