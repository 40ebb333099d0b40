package health.strand.visibility;

import health.strand.access.DataClass;
import java.time.Instant;
import java.util.Set;

/**
 * What is there of one class about a patient, for whoever asks.
 *
 * @param changed when the last of it was changed
 * @param recorded when the newest of it was first recorded
 * @param cells in which it lies
 */
public record Holding(DataClass dataClass, int items, Instant changed, Instant recorded, Set<Integer> cells) {

    public Holding {
        cells = Set.copyOf(cells);
    }
}
