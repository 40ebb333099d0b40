package health.strand.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * All chance in the clinic. {@link Random} is used because its sequences, the normal ones included, are fixed by the
 * Java specification: the same seed gives the same clinic on every machine.
 */
final class Dice {

    private final Random random;

    private Dice(Random random) {
        this.random = random;
    }

    /** Streams of different topics and numbers are independent, so that one part can change without moving another. */
    static Dice of(long seed, String topic, int number) {
        long mixed = seed * 0x9E3779B97F4A7C15L + topic.hashCode() * 0xC2B2AE3D27D4EB4FL + number * 0x165667B19E3779F9L;
        mixed = (mixed ^ (mixed >>> 31)) * 0xBF58476D1CE4E5B9L;
        return new Dice(new Random(mixed ^ (mixed >>> 29)));
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int between(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    double between(double lowest, double highest) {
        return lowest + (highest - lowest) * random.nextDouble();
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    /** Normal, drawn again until it lies within 2.5 deviations. */
    double trimmedNormal(double mean, double deviation) {
        double z = random.nextGaussian();
        while (Math.abs(z) > 2.5) {
            z = random.nextGaussian();
        }
        return mean + deviation * z;
    }

    /** A factor around 1 whose coefficient of variation is the one given. */
    double errorFactor(double coefficientOfVariation) {
        double sigma = Math.sqrt(Math.log1p(coefficientOfVariation * coefficientOfVariation));
        return Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The index of one weight, drawn in proportion to it. */
    int weighted(double... weights) {
        double rest = random.nextDouble() * Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            rest -= weights[i];
            if (rest < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    long seed() {
        return random.nextLong();
    }

    UUID uuid() {
        long high = random.nextLong() & ~0xF000L | 0x4000L;
        long low = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
