package health.strand.progression;

import java.util.List;
import java.util.Optional;

/**
 * From the first to the last of measurements that can be compared.
 *
 * @param difference in the unit of both
 * @param percent of the first
 * @param detectablePercent what the method alone makes in one of twenty pairs; empty where it is not known
 */
public record Change(
        Measurement first, Measurement last, double difference, double percent, Optional<Double> detectablePercent) {

    /** Empty for fewer than two, and where the first is nothing. */
    static Optional<Change> in(List<Measurement> comparable) {
        if (comparable.size() < 2 || comparable.get(0).value().signum() == 0) {
            return Optional.empty();
        }
        Measurement first = comparable.get(0);
        Measurement last = comparable.get(comparable.size() - 1);
        double difference = last.value().subtract(first.value()).doubleValue();
        return Optional.of(new Change(
                first,
                last,
                difference,
                100 * difference / first.value().doubleValue(),
                first.uncertainty().flatMap(one -> last.uncertainty().map(one::detectablePercent))));
    }
}
