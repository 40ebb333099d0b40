package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Does two things in turn and holds their times against each other. */
final class PairedTimes {

    private static final int PAIRS = 15;
    /** In milliseconds. */
    private static final long MOST_APART = 5;

    private PairedTimes() {}

    static void areAlike(Runnable one, Runnable other) {
        List<Long> ones = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            ones.add(millisOf(one));
            others.add(millisOf(other));
        }
        assertThat(Math.abs(median(ones) - median(others)))
                .as("%s and %s ms", ones, others)
                .isLessThanOrEqualTo(MOST_APART);
    }

    private static long millisOf(Runnable asked) {
        long start = System.nanoTime();
        asked.run();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }
}
