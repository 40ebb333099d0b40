package health.strand.rights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The last day on which something may be done.
 *
 * @param source the law that says so
 */
record Term(LocalDate lastDay, String source) {

    boolean isOverAt(Instant instant, ZoneId zone) {
        return !instant.isBefore(end(zone));
    }

    /** Whether something that is to be done until then is to be done in time. */
    boolean covers(Instant until, ZoneId zone) {
        return !until.isAfter(end(zone));
    }

    private Instant end(ZoneId zone) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
