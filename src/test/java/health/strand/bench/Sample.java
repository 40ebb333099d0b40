package health.strand.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Durations in milliseconds, and what they say. */
final class Sample {

    private static final int DRAWS = 2_000;
    private static final long SEED = 20_261;

    private final double[] millis;

    Sample(double[] millis) {
        this.millis = millis.clone();
    }

    static Sample of(List<Double> millis) {
        return new Sample(millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** How many there are. */
    int size() {
        return millis.length;
    }

    double median() {
        return quantile(0.5);
    }

    /** The value below which that share of the durations lies, interpolated between neighbours. */
    double quantile(double share) {
        return quantile(sorted(millis), share);
    }

    private static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    private static double quantile(double[] ordered, double share) {
        if (ordered.length == 0) {
            return Double.NaN;
        }
        double place = share * (ordered.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ordered.length - 1);
        return ordered[below] + (place - below) * (ordered[above] - ordered[below]);
    }

    /** By how many percent the medians differ, with the interval in which 95 % of bootstrap draws of pairs lie. */
    static Difference difference(Sample with, Sample without) {
        if (with.millis.length != without.millis.length) {
            throw new IllegalArgumentException("not pairs");
        }
        Random random = new Random(SEED);
        double[] drawn = new double[DRAWS];
        int size = with.millis.length;
        double[] one = new double[size];
        double[] other = new double[size];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < size; i++) {
                int pair = random.nextInt(size);
                one[i] = with.millis[pair];
                other[i] = without.millis[pair];
            }
            drawn[draw] = percent(new Sample(one).median(), new Sample(other).median());
        }
        double[] ordered = sorted(drawn);
        return new Difference(
                percent(with.median(), without.median()), quantile(ordered, 0.025), quantile(ordered, 0.975));
    }

    private static double percent(double with, double without) {
        return (with / without - 1) * 100;
    }

    /** In percent. */
    record Difference(double median, double low, double high) {}
}
