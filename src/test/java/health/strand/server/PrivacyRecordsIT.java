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

    /** What the server recorded of the patient's record being written. */
    private String audit(CaseWorld world) {
        return "AuditEvent/"
                + Answers.bundle(STRAND.get(dara, "AuditEvent?patient=" + world.item("patient") + "&action=C&_count=1"))
                        .getEntryFirstRep()
                        .getResource()
                        .getIdElement()
                        .getIdPart();
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
                .isNotEmpty();
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
