package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Consents and the audit trail, for the patient and the privacy officer and for nobody else, whatever was decided. */
class PrivacyRecordsIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String dara = STRAND.token("dara");

    private static String audit(CaseWorld world) {
        String body = ("{'resourceType':'AuditEvent','type':{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/audit-event-type','code':'rest'},'action':'R',"
                        + "'recorded':'2026-01-10T10:00:00Z','outcome':'0','agent':[{'who':{'reference':'Practitioner/"
                        + STRAND.id("sora") + "'},'requestor':true}],'source':{'observer':{'display':'the server'}},"
                        + "'entity':[{'what':{'reference':'" + world.item("patient") + "'}}]}")
                .replace('\'', '"');
        HttpResponse<String> answer = STRAND.post(STRAND.token("loader"), "AuditEvent", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return "AuditEvent/" + Answers.json(answer).at("/id").asText();
    }

    private static int status(String token, String path) {
        return STRAND.get(token, path).statusCode();
    }

    /** S83. */
    @Test
    void areThereForThePatientAndTheOfficerThoughAllIsDenied() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("denied", "nothing is decided yet", List.of()));
        String owner = STRAND.tokenOfPatient(world.item("patient"));
        String audit = audit(world);
        String denial = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(new CaseConsent(STRAND, world).of(Map.of("deny", Map.of()), 0));
        HttpResponse<String> denied = STRAND.post(STRAND.token("loader"), "Consent", denial);
        assertThat(denied.statusCode()).as(denied.body()).isEqualTo(201);
        String consent = "Consent/" + Answers.json(denied).at("/id").asText();

        for (String record : List.of(consent, audit)) {
            assertThat(status(owner, record)).as(record).isEqualTo(200);
            assertThat(status(dara, record)).as(record).isEqualTo(200);
            for (String who : List.of("sora", "tom", "ito", "rex", "mia", "gil", "bo", "ana")) {
                assertThat(status(STRAND.token(who), record))
                        .as(who + " " + record)
                        .isIn(403, 404);
            }
        }
        assertThat(Answers.bundle(STRAND.get(owner, "AuditEvent?patient=" + world.item("patient")))
                        .getEntry())
                .hasSize(1);
    }

    /** S10, S12: nothing is missing for the patient, and of the record the officer sees these two only. */
    @Test
    void areAllTheOfficerSeesAndPartOfWhatThePatientSees() {
        CaseWorld world = new CaseWorld(
                STRAND, AccessCase.world("oversight", "care", List.of(Map.of("permit", Map.of("purpose", "TREAT")))));
        String audit = audit(world);
        List<String> all = new ArrayList<>(world.items().values());
        all.add(audit);
        String owner = STRAND.tokenOfPatient(world.item("patient"));

        assertThat(all)
                .allSatisfy(each -> assertThat(status(owner, each)).as(each).isEqualTo(200));
        assertThat(all)
                .filteredOn(each -> status(dara, each) == 200)
                .containsExactlyInAnyOrder(world.consents().get(0), audit);
    }
}
