package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import health.strand.profiles.ProfileValidator;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Patients are told what of their record went to apps of somebody else: all of it, and nothing else. */
class AccountingIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String SCOPES = "openid fhirUser user/*.cruds";
    private static final CaseWorld WORLD = new CaseWorld(
            STRAND,
            AccessCase.world(
                    "accounting",
                    "Adz may work with it",
                    List.of(Map.of("permit", Map.of("purpose", "HOPERAT", "label", "R", "actor", "adz")))));

    private final Trail trail = new Trail(STRAND);
    private final String patient = WORLD.item("patient");
    private final String dara = STRAND.token("dara");

    /** Another test counts what is there for the partner. */
    @AfterAll
    static void withdraw() {
        WORLD.withdrawAll();
    }

    private static Bundle accounting(String token, String patient, String query) {
        return Answers.bundle(STRAND.get(token, patient + "/$accounting-of-disclosures" + query));
    }

    private static List<AuditEvent> events(Bundle bundle) {
        assertThat(bundle.getTotal()).isEqualTo(bundle.getEntry().size());
        return bundle.getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .toList();
    }

    private static String recipient(AuditEvent event) {
        return event.getAgent().stream()
                .filter(agent ->
                        "110152".equals(agent.getType().getCodingFirstRep().getCode()))
                .map(agent -> agent.getWho().getIdentifier().getValue() + " " + event.getOutcomeDesc())
                .findFirst()
                .orElseThrow();
    }

    /** One of seven years ago, like the newest there is. */
    private void disclosedLongAgo() {
        Map<String, Object> newest = trail.owner()
                .queryForMap(
                        "select id::text, event::jsonb ->> 'recorded' as recorded, event from strand.audit_event"
                                + " where interaction = 'disclose' and patient = ? order by recorded desc limit 1",
                        patient.substring("Patient/".length()));
        String id = UUID.randomUUID().toString();
        // an instant has its seconds also when they are none
        String then = Instant.now()
                .truncatedTo(ChronoUnit.SECONDS)
                .minus(7 * 365, ChronoUnit.DAYS)
                .toString();
        String event = String.valueOf(newest.get("event"))
                .replace(String.valueOf(newest.get("id")), id)
                .replace(String.valueOf(newest.get("recorded")), then);
        trail.owner()
                .update(
                        "insert into strand.audit_event (id, recorded, patient, interaction, action, outcome, person, client,"
                                + " data, event, consents) select ?::uuid, ?::timestamptz, patient, interaction, action,"
                                + " outcome, person, client, data, ?, consents from strand.audit_event where id = ?::uuid",
                        id,
                        then,
                        event,
                        newest.get("id"));
    }

    /** S75, S76, S86. */
    @Test
    void accountsForExactlyWhatWentToOthersApps() {
        String density = WORLD.item("density");
        String adz = STRAND.tokenIn(RunningStrand.ADZ, "adz", SCOPES);
        String vox = STRAND.tokenIn(RunningStrand.VOX, "sora", SCOPES);
        String owner = STRAND.tokenOfPatient(patient);
        assertThat(events(accounting(owner, patient, ""))).isEmpty();

        assertThat(STRAND.get(adz, density).statusCode()).isEqualTo(200);
        assertThat(STRAND.get(adz, WORLD.item("marker")).statusCode()).isEqualTo(404);
        assertThat(STRAND.get(vox, density).statusCode()).isEqualTo(200);
        assertThat(STRAND.get(vox, "Observation?patient=" + patient).statusCode())
                .isEqualTo(200);
        STRAND.get(STRAND.token("sora"), density);
        STRAND.get(STRAND.tokenIn(RunningStrand.VOX, "ito", SCOPES), density);
        disclosedLongAgo();

        HttpResponse<String> answer = STRAND.get(owner, patient + "/$accounting-of-disclosures");
        List<AuditEvent> events = events(Answers.bundle(answer));
        assertThat(events)
                .extracting(AccountingIT::recipient)
                .containsExactly(
                        RunningStrand.VOX + " processor",
                        RunningStrand.VOX + " processor",
                        RunningStrand.ADZ + " recipient");
        assertThat(trail.lines(answer))
                .containsExactly("operation $accounting-of-disclosures 0 " + patient.substring("Patient/".length())
                        + " " + patient);
        AuditEvent toAdz = events.get(2);
        assertThat(toAdz.getPurposeOfEventFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("HOPERAT");
        assertThat(toAdz.getEntity())
                .extracting(entity -> entity.getWhat().getReference())
                .contains(patient, density, WORLD.consents().get(0) + "/_history/1");
        assertThat(toAdz.getEntity())
                .anyMatch(entity ->
                        "clinical".equals(entity.getSecurityLabelFirstRep().getCode()));
        events.forEach(AccountingIT::assertValid);

        assertThat(events(accounting(owner, patient, "?recipient=" + RunningStrand.VOX)))
                .hasSize(2);
        assertThat(events(accounting(owner, patient, "?purpose=HOPERAT"))).hasSize(1);
        assertThat(events(accounting(dara, patient, "?start=2015-01-01"))).hasSize(4);
        assertThat(events(accounting(dara, patient, "?start=2015&end=2024"))).hasSize(1);
        assertThat(events(accounting(owner, patient, ""))).hasSize(3);
        assertThat(events(Answers.bundle(
                                STRAND.get(dara, "AuditEvent?_count=9&type=110106&subtype=disclose&patient=" + patient))
                        .setTotal(4)))
                .hasSize(4);
        assertThat(STRAND.get(owner, patient + "/$accounting-of-disclosures?start=soon")
                        .statusCode())
                .isEqualTo(400);
    }

    private static void assertValid(AuditEvent event) {
        List<SingleValidationMessage> errors = new ArrayList<>(ProfileValidator.problems(event, List.of()));
        errors.removeIf(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) < 0
                || ProfileValidator.text(message).contains("profiles.ihe.net/ITI/BALP/StructureDefinition"));
        assertThat(errors).extracting(ProfileValidator::text).isEmpty();
    }

    @Test
    void tellsNobodyElse() {
        String ana = "Patient/" + STRAND.id("ana");
        String nobody = "Patient/" + UUID.randomUUID();
        String road = "/$accounting-of-disclosures";
        for (String staff : List.of("sora", "ito", "rex", "mia")) {
            HttpResponse<String> answer = STRAND.get(STRAND.token(staff), ana + road);
            assertThat(answer.statusCode()).as(staff).isEqualTo(403);
            assertThat(answer.body())
                    .isEqualTo(STRAND.get(STRAND.token(staff), nobody + road).body());
        }
        for (String other : List.of("ben", "pat")) {
            HttpResponse<String> answer = STRAND.get(STRAND.token(other), ana + road);
            assertThat(answer.statusCode()).as(other).isEqualTo(404);
            assertThat(answer.body())
                    .isEqualTo(STRAND.get(STRAND.token(other), nobody + road).body());
        }
        assertThat(STRAND.get(dara, nobody + road).statusCode()).isEqualTo(404);
        assertThat(STRAND.get(dara, ana + road).statusCode()).isEqualTo(200);
        assertThat(STRAND.get(STRAND.token("pat"), "Patient/" + STRAND.id("kim") + road)
                        .statusCode())
                .isEqualTo(200);
        String narrow = STRAND.token("ana", "openid fhirUser launch/patient patient/Observation.rs");
        assertThat(STRAND.get(narrow, ana + road).statusCode()).isEqualTo(403);
    }

    @Test
    void isATableOrAPageForWhoAsksForOne() {
        String ana = STRAND.token("ana");
        String road = "Patient/" + STRAND.id("ana") + "/$accounting-of-disclosures";
        HttpResponse<String> csv = STRAND.send(
                STRAND.request(ana, road).header("Accept", "text/csv").GET());
        HttpResponse<String> page = STRAND.send(STRAND.request(ana, road)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", "de-DE,en;q=0.5")
                .GET());

        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.body()).startsWith("\"time\",\"recipient\",");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("<h1>Wohin Ihre Daten gegangen sind</h1>");
        assertThat(trail.lines(csv)).hasSize(1);
        assertThat(trail.lines(page)).hasSize(1);
        assertThat(STRAND.get(ana, road).body()).startsWith("{");
    }

    @Test
    void leavesNoTraceForPatientsOfWhatIsWithheldFromThem() {
        String loader = STRAND.token("loader");
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("withheld", "nothing decided", List.of()));
        String withheld = "Observation/"
                + Answers.json(STRAND.post(
                                loader,
                                "Observation",
                                ("{'resourceType':'Observation','status':'final','code':{'text':'x'},'subject':{'reference':'"
                                                + world.item("patient") + "'}," + Withheld.since(Instant.now()) + "}")
                                        .replace('\'', '"')))
                        .at("/id")
                        .asText();
        String vox = STRAND.tokenIn(RunningStrand.VOX, "sora", SCOPES);

        assertThat(STRAND.get(vox, withheld).statusCode()).isEqualTo(200);
        assertThat(events(accounting(STRAND.tokenOfPatient(world.item("patient")), world.item("patient"), "")))
                .isEmpty();
        assertThat(events(accounting(dara, world.item("patient"), ""))).hasSize(1);
    }
}
