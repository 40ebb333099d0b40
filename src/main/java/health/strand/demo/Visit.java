package health.strand.demo;

import java.time.ZonedDateTime;

/**
 * One agreed visit.
 *
 * @param month months since the first visit, as planned
 * @param scanned whether the hair is measured at this visit
 * @param otherMethod a few visits are measured another way, and may not be compared with the rest
 */
record Visit(ZonedDateTime start, double month, Kind kind, boolean scanned, boolean otherMethod) {

    /** What became of the visit. */
    enum Kind {
        ATTENDED,
        MISSED,
        PLANNED
    }

    boolean attended() {
        return kind == Kind.ATTENDED;
    }

    boolean first() {
        return month == 0;
    }

    ZonedDateTime end() {
        return start.plusMinutes(scanned ? 45 : 20);
    }
}
