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
import org.junit.jupiter.params.provider.ValueSource;

class TreatmentReaderTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final TreatmentReader reader = new TreatmentReader(
            BERLIN,
            Duration.ofMinutes(30),
            Duration.ofHours(4),
            role -> "tom-role".equals(role) ? "Practitioner/tom" : null);

    private List<Treatment> read(String json) {
        return reader.of((Resource) FhirContext.forR4Cached().newJsonParser().parseResource(json.replace('\'', '"')));
    }

    private static String appointment(String status) {
        return "{'resourceType':'Appointment','id':'a','status':'" + status + "','start':'2026-03-02T09:00:00+01:00',"
                + "'end':'2026-03-02T09:30:00+01:00','participant':[{'status':'accepted','actor':{'reference':'Patient/ana'}},"
                + "{'status':'accepted','actor':{'reference':'Practitioner/ito'}},"
                + "{'status':'declined','actor':{'reference':'Practitioner/lea'}}]}";
    }

    @Test
    void letsPeopleOfAnAppointmentReadFromShortlyBeforeItToSomeHoursAfter() {
        Treatment only = read(appointment("booked")).get(0);

        assertThat(only.practitioner()).isEqualTo("Practitioner/ito");
        assertThat(only.patient().value()).isEqualTo("ana");
        assertThat(only.source()).isEqualTo("Appointment/a");
        assertThat(only.starts()).isEqualTo(Instant.parse("2026-03-02T07:30:00Z"));
        assertThat(only.until()).isEqualTo(Instant.parse("2026-03-02T12:30:00Z"));
    }

    @Test
    void leavesOutWhoDeclined() {
        assertThat(read(appointment("booked"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "pending", "cancelled", "noshow", "entered-in-error", "waitlist"})
    void takesNothingFromAnAppointmentThatIsNotKept(String status) {
        assertThat(read(appointment(status))).isEmpty();
    }

    @Test
    void endsATreatmentWithTheMembershipOrTheTeamWhicheverEndsFirst() {
        List<Treatment> found =
                read("{'resourceType':'CareTeam','id':'t','status':'active','subject':{'reference':'Patient/ana'},"
                        + "'period':{'start':'2026-01-01','end':'2026-06-30'},'participant':["
                        + "{'member':{'reference':'Practitioner/sora'},'period':{'end':'2026-03-31'}},"
                        + "{'member':{'reference':'PractitionerRole/tom-role'}},"
                        + "{'member':{'reference':'Organization/clinic'}}]}");

        assertThat(found).extracting(Treatment::practitioner).containsExactly("Practitioner/sora", "Practitioner/tom");
        assertThat(found.get(0).until()).isEqualTo(Instant.parse("2026-03-31T22:00:00Z"));
        assertThat(found.get(1).until()).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
        assertThat(found.get(0).starts()).isEqualTo(Instant.parse("2025-12-31T23:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "suspended", "inactive", "entered-in-error"})
    void takesNothingFromATeamThatIsNotActive(String status) {
        assertThat(
                        read(
                                "{'resourceType':'CareTeam','id':'t','status':'" + status
                                        + "','subject':{'reference':'Patient/ana'},'participant':[{'member':{'reference':'Practitioner/sora'}}]}"))
                .isEmpty();
    }

    private static String encounter(String status, String period) {
        return "{'resourceType':'Encounter','id':'e','status':'" + status
                + "','class':{'code':'AMB'},'subject':{'reference':'Patient/ana'},'participant':[{'individual':"
                + "{'reference':'Practitioner/ito'}}],'period':{" + period + "}}";
    }

    @Test
    void holdsAnOpenEncounterOpen() {
        Treatment open = read(encounter("in-progress", "'start':'2026-03-02T09:00:00+01:00'"))
                .get(0);

        assertThat(open.starts()).isEqualTo(Instant.parse("2026-03-02T07:30:00Z"));
        assertThat(open.until()).isAfter(Instant.parse("2100-01-01T00:00:00Z"));
    }

    @Test
    void endsAnEncounterSomeHoursAfterItsEnd() {
        String period = "'start':'2026-03-02T09:00:00+01:00','end':'2026-03-02T10:00:00+01:00'";

        assertThat(read(encounter("finished", period)).get(0).until()).isEqualTo(Instant.parse("2026-03-02T13:00:00Z"));
        assertThat(read(encounter("planned", period))).isEmpty();
        assertThat(read(encounter("finished", "'start':'2026-03-02T09:00:00+01:00'"))
                        .get(0)
                        .until())
                .as("one that is over without saying when ended as it began")
                .isEqualTo(Instant.parse("2026-03-02T12:00:00Z"));
    }
}
