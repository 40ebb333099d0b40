package health.strand.careteam;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.DateTimeType;

/** A FHIR period as a half-open span of instants; a date without a time means the whole day in the clinic's zone. */
record ClinicPeriod(Instant starts, Instant ends) {

    static final Instant ALWAYS = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    static ClinicPeriod of(org.hl7.fhir.r4.model.Period period, ZoneId zone) {
        return new ClinicPeriod(
                period.hasStart() ? start(period.getStartElement(), zone) : ALWAYS,
                period.hasEnd() ? end(period.getEndElement(), zone) : NEVER);
    }

    /** What is within both; it may be empty, ending before it starts. */
    ClinicPeriod and(ClinicPeriod other) {
        return new ClinicPeriod(
                starts.isAfter(other.starts) ? starts : other.starts, ends.isBefore(other.ends) ? ends : other.ends);
    }

    private static Instant start(DateTimeType start, ZoneId zone) {
        return start.hasTime()
                ? start.getValue().toInstant()
                : firstDay(start).atStartOfDay(zone).toInstant();
    }

    private static Instant end(DateTimeType end, ZoneId zone) {
        if (end.hasTime()) {
            return end.getValue().toInstant();
        }
        return firstDay(end).plus(length(end.getPrecision())).atStartOfDay(zone).toInstant();
    }

    private static LocalDate firstDay(DateTimeType date) {
        boolean hasMonth = date.getPrecision() != TemporalPrecisionEnum.YEAR;
        boolean hasDay = date.getPrecision() == TemporalPrecisionEnum.DAY;
        return LocalDate.of(date.getYear(), hasMonth ? date.getMonth() + 1 : 1, hasDay ? date.getDay() : 1);
    }

    private static Period length(TemporalPrecisionEnum precision) {
        if (precision == TemporalPrecisionEnum.YEAR) {
            return Period.ofYears(1);
        }
        return precision == TemporalPrecisionEnum.MONTH ? Period.ofMonths(1) : Period.ofDays(1);
    }
}
