package health.strand.consent;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.access.Span;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as spans of instants, in Berlin and where the clock skips midnight. */
class ClinicTimeTest {

    private final ClinicTime time = new ClinicTime(Consents.BERLIN);

    /** The clock goes forward on 29 March 2026 and back on 25 October 2026. */
    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 2025-12-30T23:00:00Z, 2025-12-31T23:00:00Z",
        "2026-03-28, 2026-03-27T23:00:00Z, 2026-03-28T23:00:00Z",
        "2026-03-29, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
        "2026-10-25, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "2024-02-29, 2024-02-28T23:00:00Z, 2024-02-29T23:00:00Z",
        "2024-02, 2024-01-31T23:00:00Z, 2024-02-29T23:00:00Z",
        "2026-03, 2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z",
        "2025, 2024-12-31T23:00:00Z, 2025-12-31T23:00:00Z",
    })
    void takesADateForAllOfItsDayMonthOrYear(String date, Instant start, Instant end) {
        assertThat(time.of(new DateTimeType(date))).isEqualTo(new Span(start, end));
        assertThat(time.of(Consents.period(date, date))).contains(new Span(start, end));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31T23:30:00+01:00, 2025-12-31T22:30:00Z",
        "2025-12-31T23:30:00Z, 2025-12-31T23:30:00Z",
        "2025-12-31T23:30:00.250-05:00, 2026-01-01T04:30:00.250Z",
    })
    void takesATimeForThatMoment(String date, Instant moment) {
        assertThat(time.of(new DateTimeType(date))).isEqualTo(Span.at(moment));
        assertThat(time.of(new InstantType(date))).isEqualTo(Span.at(moment));
    }

    @Test
    void takesATimeWithoutAnOffsetForTheClinics() {
        assertThat(time.start(new DateTimeType("2026-07-01T12:00:00")))
                .isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
    }

    @Test
    void startsADayWithoutAMidnightWhenItBegins() {
        ClinicTime saoPaulo = new ClinicTime(java.time.ZoneId.of("America/Sao_Paulo"));

        assertThat(saoPaulo.of(new DateTimeType("2018-11-04")))
                .isEqualTo(new Span(Instant.parse("2018-11-04T03:00:00Z"), Instant.parse("2018-11-05T02:00:00Z")));
    }

    @Test
    void leavesAPeriodOpenWhereItNamesNoBound() {
        assertThat(time.of(Consents.period("2025", null)))
                .contains(new Span(Instant.parse("2024-12-31T23:00:00Z"), null));
        assertThat(time.of(Consents.period(null, "2025")))
                .contains(new Span(null, Instant.parse("2025-12-31T23:00:00Z")));
        assertThat(time.of(Consents.period(null, null))).contains(Span.always());
    }

    @Test
    void knowsNoPeriodThatEndsBeforeItStarts() {
        assertThat(time.of(Consents.period("2025-03", "2025-01"))).isEqualTo(Optional.empty());
    }
}
