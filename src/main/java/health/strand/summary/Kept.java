package health.strand.summary;

import health.strand.access.DataClass;
import health.strand.jurisdiction.RetentionRule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long data of a class is kept, and whether it can be deleted.
 *
 * @param rule null when there is none
 * @param event the day its time is reckoned from; null when that has not come, or is not known
 * @param ends the first day on which it need not be kept any more; null when nobody can say
 */
record Kept(
        DataClass dataClass,
        @Nullable RetentionRule rule,
        @Nullable LocalDate event,
        @Nullable LocalDate ends,
        Erasure erasure) {}
