package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.Why;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * That somebody can see data of a class now.
 *
 * @param whole whether all that is there of the class, and not a part of it only
 * @param until when it ends by itself; null when nothing is known to end it
 * @param consents that permit it
 * @param reasons beside consents
 */
public record Sight(
        Onlooker onlooker,
        DataClass dataClass,
        boolean whole,
        @Nullable Instant until,
        SortedSet<String> consents,
        Set<Why> reasons) {

    public Sight {
        consents = new TreeSet<>(consents);
        reasons = Set.copyOf(reasons);
    }
}
