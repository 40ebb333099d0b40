package health.strand.careteam;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookingReaderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);

    private final BookingReader reader = new BookingReader(ZoneId.of("Europe/Berlin"), MONTH);

    private List<Booking> read(String json) {
        return reader.of(
                (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(json.replace('\'', '"')), NOW);
    }

    private static String appointment(String rest) {
        return "{'resourceType':'Appointment','id':'a'," + rest + ",'participant':["
                + "{'status':'accepted','actor':{'reference':'Patient/ana'}},"
                + "{'status':'accepted','actor':{'reference':'Practitioner/ito'}}]}";
    }

    private static String encounter(String rest) {
        return "{'resourceType':'Encounter','id':'e',%s,'class':{'code':'AMB'},'subject':{'reference':'Patient/ana'}}"
                .formatted(rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "pending", "booked", "arrived", "fulfilled", "cancelled", "noshow", "waitlist"})
    void knowsWhoHasAnAppointmentFromTheBookingToAMonthAfter(String status) {
        assertThat(read(appointment(
                        "'status':'" + status + "','start':'2026-08-02T09:00:00Z','end':'2026-08-02T09:30:00Z'")))
                .singleElement()
                .satisfies(only -> {
                    assertThat(only.source()).isEqualTo("Appointment/a");
                    assertThat(only.patient().value()).isEqualTo("ana");
                    assertThat(only.holds(NOW)).isTrue();
                    assertThat(only.until()).isEqualTo(Instant.parse("2026-09-01T09:30:00Z"));
                });
    }

    @Test
    void takesNothingFromWhatWasEnteredInError() {
        assertThat(read(appointment("'status':'entered-in-error','start':'2026-08-02T09:00:00Z'")))
                .isEmpty();
        assertThat(read(encounter("'status':'entered-in-error'"))).isEmpty();
    }

    @Test
    void reckonsFromTheBestDateThereIs() {
        assertThat(until(appointment("'status':'proposed'"))).isEqualTo(NOW.plus(MONTH));
        assertThat(until(appointment("'status':'booked','start':'2026-08-02T09:00:00Z'")))
                .isEqualTo(Instant.parse("2026-09-01T09:00:00Z"));
        assertThat(until(appointment(
                        "'status':'proposed','requestedPeriod':[{'end':'2026-04-01'},{'end':'2026-03-20'}]")))
                .isEqualTo(Instant.parse("2026-05-01T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "finished, 'start:2026-01-10,end:2026-01-10', 2026-02-09T23:00:00Z",
        "finished, 'start:2026-01-10', 2026-02-08T23:00:00Z",
        "in-progress, 'start:2026-01-10', 2026-04-01T08:00:00Z",
        "planned, 'start:2026-05-10', 2026-06-08T22:00:00Z",
        "planned, '', 2026-04-01T08:00:00Z"
    })
    void knowsWhoseEncounterGoesOnOrHasEndedLately(String status, String period, Instant until) {
        String said = period.isEmpty()
                ? ""
                : ",'period':{'" + period.replace(":", "':'").replace(",", "','") + "'}";

        assertThat(until(encounter("'status':'" + status + "'" + said))).isEqualTo(until);
    }

    @Test
    void takesNothingFromOtherResources() {
        assertThat(read("{'resourceType':'Patient','id':'ana'}")).isEmpty();
    }

    private Instant until(String json) {
        return read(json).get(0).until();
    }
}
