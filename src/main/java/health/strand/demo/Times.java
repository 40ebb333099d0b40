package health.strand.demo;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;

/** Dates of the record, always in the clinic's time zone, whatever the machine's is. */
final class Times {

    private Times() {}

    static DateTimeType day(LocalDate day) {
        return new DateTimeType(day.toString());
    }

    static DateType date(LocalDate day) {
        return new DateType(day.toString());
    }

    static DateTimeType moment(ZonedDateTime time) {
        return new DateTimeType(Date.from(time.toInstant()), TemporalPrecisionEnum.SECOND, zone(time));
    }

    static InstantType instant(ZonedDateTime time) {
        return new InstantType(Date.from(time.toInstant()), TemporalPrecisionEnum.SECOND, zone(time));
    }

    static Period period(ZonedDateTime start, ZonedDateTime end) {
        return new Period().setStartElement(moment(start)).setEndElement(moment(end));
    }

    private static TimeZone zone(ZonedDateTime time) {
        return TimeZone.getTimeZone(time.getZone());
    }
}
