package health.strand.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture a consent lets be published.
 *
 * @param original as {@code Media/id}
 * @param evenIfIdentifying whether it is let be published by the name of that label should it show who somebody is
 * @param from when that begins; null when it always did
 */
public record ChosenPicture(
        String original,
        boolean evenIfIdentifying,
        @Nullable Instant from) {

    /** Whether it may be shown by now. */
    public boolean hasBegun(Instant now) {
        return from == null || !from.isAfter(now);
    }
}
