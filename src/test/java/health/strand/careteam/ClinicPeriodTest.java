package health.strand.careteam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.junit.jupiter.api.Test;

class ClinicPeriodTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void lastsForEverWithoutABoundary() {
        ClinicPeriod always = ClinicPeriod.of(new Period(), BERLIN);

        assertThat(always.starts()).isBefore(Instant.parse("1900-01-01T00:00:00Z"));
        assertThat(always.ends()).isAfter(Instant.parse("2900-01-01T00:00:00Z"));
    }

    @Test
    void takesADateAsTheWholeDayOfTheClinic() {
        ClinicPeriod period = ClinicPeriod.of(period("2026-03-28", "2026-03-29"), BERLIN);

        assertThat(period.starts()).isEqualTo("2026-03-27T23:00:00Z");
        // the clocks go forward that night
        assertThat(period.ends()).isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void takesAMonthAndAYearWhole() {
        assertThat(ClinicPeriod.of(period("2026-02", "2026-02"), BERLIN).ends()).isEqualTo("2026-02-28T23:00:00Z");
        assertThat(ClinicPeriod.of(period("2025", "2025"), BERLIN).ends()).isEqualTo("2025-12-31T23:00:00Z");
    }

    @Test
    void takesAnInstantAsItIs() {
        ClinicPeriod period = ClinicPeriod.of(period("2026-01-01T12:00:00Z", "2026-01-01T12:00:01Z"), BERLIN);

        assertThat(period.starts()).isEqualTo("2026-01-01T12:00:00Z");
        assertThat(period.ends()).isEqualTo("2026-01-01T12:00:01Z");
    }

    private static Period period(String start, String end) {
        return new Period().setStartElement(new DateTimeType(start)).setEndElement(new DateTimeType(end));
    }
}
