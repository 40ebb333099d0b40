package health.strand.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares how long two requests take, asked in turn: by their medians, and by the test of Mann and Whitney. */
record Timing(double medianMillis, double otherMillis, double probability) {

    private static final double NANOS = 1_000_000;
    private static final int WARM_UP = 20;
    private static final double SHARE = 0.05;
    private static final double MILLIS = 2;
    private static final double LEAST = 0.01;

    static Timing of(Runnable one, Runnable other, int times) {
        double[] first = new double[times];
        double[] second = new double[times];
        for (int i = -WARM_UP; i < times; i++) {
            boolean firstBegins = i % 2 == 0;
            double a = firstBegins ? millis(one) : 0;
            double b = millis(other);
            a = firstBegins ? a : millis(one);
            if (i >= 0) {
                first[i] = a;
                second[i] = b;
            }
        }
        return new Timing(median(first), median(second), mannWhitney(first, second));
    }

    /** Whether the two can be told apart: clearly in the median, and not by chance. */
    boolean tells() {
        double difference = Math.abs(medianMillis - otherMillis);
        return difference >= MILLIS && difference >= SHARE * Math.max(medianMillis, otherMillis) && probability < LEAST;
    }

    private static double millis(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / NANOS;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The two-sided probability that samples of one population differ so much, by the normal approximation. */
    static double mannWhitney(double[] one, double[] other) {
        record Value(double value, boolean first) {}
        List<Value> all = new ArrayList<>();
        Arrays.stream(one).forEach(each -> all.add(new Value(each, true)));
        Arrays.stream(other).forEach(each -> all.add(new Value(each, false)));
        all.sort(java.util.Comparator.comparingDouble(Value::value));
        double ranks = 0;
        for (int i = 0; i < all.size(); ) {
            int end = i;
            while (end < all.size() && all.get(end).value() == all.get(i).value()) {
                end++;
            }
            double rank = (i + 1 + end) / 2.0;
            for (; i < end; i++) {
                ranks += all.get(i).first() ? rank : 0;
            }
        }
        double n = one.length;
        double m = other.length;
        double u = ranks - n * (n + 1) / 2;
        double z = (u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
        return 2 * (1 - normal(Math.abs(z)));
    }

    /** The distribution function of the normal distribution, good to seven places (Abramowitz and Stegun, 26.2.17). */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * tail;
    }

    @Override
    public String toString() {
        return "%.2f and %.2f ms, p = %.3f".formatted(medianMillis, otherMillis, probability);
    }
}
