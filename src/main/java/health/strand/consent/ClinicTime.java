package health.strand.consent;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import health.strand.access.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;

/**
 * Turns dates of FHIR into half-open spans of instants. A date without a time means all of its day, month or year in the
 * clinic's zone, however long that day is.
 */
public final class ClinicTime {

    private final ZoneId zone;

    /** @param zone the clinic's, in which days begin and end */
    public ClinicTime(ZoneId zone) {
        this.zone = zone;
    }

    /** The first instant a date may mean. */
    public Instant start(BaseDateTimeType date) {
        return hasTime(date) ? moment(date) : firstDay(date).atStartOfDay(zone).toInstant();
    }

    /** The first instant of the same day, month or year some years later. */
    public Instant anniversary(BaseDateTimeType date, int years) {
        return firstDay(date).plusYears(years).atStartOfDay(zone).toInstant();
    }

    /** Where a period ends that ends with this date: after the last day, or at the instant itself. */
    public Instant end(BaseDateTimeType date) {
        return hasTime(date) ? moment(date) : dayAfter(date).atStartOfDay(zone).toInstant();
    }

    /** When something happened: a moment, or all of the day, month or year that was written. */
    public Span of(BaseDateTimeType date) {
        return new Span(start(date), end(date));
    }

    /** A period of FHIR, unbounded where it names no start or no end; empty for one that ends before it starts. */
    public Optional<Span> of(Period period) {
        Instant start = period.getStartElement().hasValue() ? start(period.getStartElement()) : null;
        Instant end = period.getEndElement().hasValue() ? end(period.getEndElement()) : null;
        return start != null && end != null && end.isBefore(start)
                ? Optional.empty()
                : Optional.of(new Span(start, end));
    }

    private Instant moment(BaseDateTimeType date) {
        // a time without an offset is the clinic's and not the machine's
        return date.getTimeZone() == null
                ? LocalDateTime.parse(date.getValueAsString()).atZone(zone).toInstant()
                : date.getValue().toInstant();
    }

    private static boolean hasTime(BaseDateTimeType date) {
        return date.getPrecision().ordinal() > TemporalPrecisionEnum.DAY.ordinal();
    }

    private static LocalDate firstDay(BaseDateTimeType date) {
        boolean hasMonth = date.getPrecision() != TemporalPrecisionEnum.YEAR;
        boolean hasDay = date.getPrecision() == TemporalPrecisionEnum.DAY;
        return LocalDate.of(date.getYear(), hasMonth ? date.getMonth() + 1 : 1, hasDay ? date.getDay() : 1);
    }

    private static LocalDate dayAfter(BaseDateTimeType date) {
        LocalDate first = firstDay(date);
        return switch (date.getPrecision()) {
            case YEAR -> first.plusYears(1);
            case MONTH -> first.plusMonths(1);
            default -> first.plusDays(1);
        };
    }
}
