package health.strand.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Counts how often each person has looked for somebody lately, so that nobody goes through all birthdays there are. */
public final class Tries {

    /** How many in an hour are usual at a busy desk, and then some. */
    static final int MOST = 60;

    private static final Duration LATELY = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Deque<Instant>> byPerson = new HashMap<>();

    public Tries(Clock clock) {
        this.clock = clock;
    }

    /** Counts one more; false when there were too many in the last hour, of which this one is then none. */
    public synchronized boolean oneMore(String person) {
        Instant now = clock.instant();
        byPerson.values().forEach(times -> times.removeIf(each -> each.isBefore(now.minus(LATELY))));
        byPerson.values().removeIf(Deque::isEmpty);
        Deque<Instant> times = byPerson.computeIfAbsent(person, any -> new ArrayDeque<>());
        if (times.size() >= MOST) {
            return false;
        }
        times.add(now);
        return true;
    }
}
