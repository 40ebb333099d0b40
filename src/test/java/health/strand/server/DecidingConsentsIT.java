package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The events of the trail name the consents by which something was decided, and no others. */
class DecidingConsentsIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final Trail trail = new Trail(STRAND);
    private final String ana = STRAND.token("ana");
    private final String bo = STRAND.token("bo");
    private final String dara = STRAND.token("dara");
    private final String patient = "Patient/" + STRAND.id("ana");

    @AfterAll
    static void leavesNothingBehind() {
        OwnConsent.removeAll(STRAND);
    }

    private String letBoIn() {
        return "Consent/"
                + Receipts.consent(STRAND.post(ana, "Consent/$file", OwnConsent.letting(STRAND, "bo")))
                        .path("id")
                        .asText();
    }

    private String density() {
        return "Observation/"
                + new Records(STRAND, STRAND.token("loader"))
                        .panel("ana")
                        .path("id")
                        .asText();
    }

    private List<String> consents(HttpResponse<String> answer) {
        List<String> named = new ArrayList<>();
        for (JsonNode entry : trail.of(answer)) {
            entry.path("consents").forEach(each -> named.add(each.asText()));
        }
        return named;
    }

    private List<String> relying(String token, String consent) {
        return Answers.pages(STRAND, token, "AuditEvent?_count=50&entity-role=13&entity=" + consent).stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .filter(event -> event.getEntity().stream()
                        .anyMatch(entity -> entity.getWhat().getReference() != null
                                && entity.getWhat().getReference().equals(consent + "/_history/1")))
                .map(event -> event.getEntity().stream()
                        .map(entity -> entity.getWhat().getIdentifier().getValue())
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static String request(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-ID").orElseThrow();
    }

    /** S39. */
    @Test
    void listsTheAccessesThatReliedOnAConsentThatNeverWas() {
        String item = density();
        String consent = letBoIn();
        HttpResponse<String> read = STRAND.get(bo, item);
        HttpResponse<String> searched = STRAND.get(bo, "Observation?patient=" + patient);
        HttpResponse<String> whole = STRAND.get(bo, patient + "/$everything?_count=5");
        STRAND.get(ana, consent);
        STRAND.get(ana, item);

        assertThat(List.of(read.statusCode(), searched.statusCode(), whole.statusCode()))
                .containsOnly(200);
        assertThat(consents(read)).containsExactly(consent + "/_history/1");
        assertThat(consents(searched)).containsExactly(consent + "/_history/1");
        String wrong = STRAND.get(ana, consent).body().replace("\"active\"", "\"entered-in-error\"");
        assertThat(STRAND.put(STRAND.token("loader"), consent, wrong).statusCode())
                .isEqualTo(200);

        HttpResponse<String> after = STRAND.get(bo, item);
        assertThat(after.statusCode()).isEqualTo(404);
        assertThat(consents(after)).isEmpty();
        assertThat(relying(dara, consent)).containsExactly(request(whole), request(searched), request(read));
        assertThat(relying(ana, consent)).containsExactly(request(whole), request(searched), request(read));
        assertThat(relying(STRAND.token("ben"), consent)).isEmpty();
        assertThat(STRAND.get(bo, "AuditEvent?entity=" + consent).statusCode()).isEqualTo(403);
    }

    @Test
    void namesTheConsentByWhichSomethingIsHiddenToThePatientAndTheOfficer() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("deciding", "nothing decided", List.of()));
        String sora = STRAND.token("sora");
        HttpResponse<String> before = STRAND.get(sora, world.item("density"));
        String token = STRAND.tokenOfPatient(world.item("patient"));
        String body = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(new CaseConsent(STRAND, world).of(Map.of("deny", Map.of("actor", "sora")), 0));
        String consent = "Consent/"
                + Answers.json(STRAND.post(token, "Consent", body)).at("/id").asText();

        HttpResponse<String> hidden = STRAND.get(sora, world.item("density"));
        HttpResponse<String> others = STRAND.get(STRAND.token("tom"), world.item("density"));
        HttpResponse<String> missing = STRAND.get(sora, "Observation/none-of-this-name");

        assertThat(List.of(before.statusCode(), others.statusCode())).containsOnly(200);
        assertThat(consents(before)).isEmpty();
        assertThat(consents(others)).isEmpty();
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body().replace(world.item("density"), ""))
                .isEqualTo(missing.body().replace("Observation/none-of-this-name", ""));
        assertThat(consents(hidden)).containsExactly(consent + "/_history/1");
        AuditEvent event =
                (AuditEvent) Answers.bundle(STRAND.get(token, "AuditEvent?subtype=AuthZ-Consent&entity=" + consent))
                        .getEntryFirstRep()
                        .getResource();
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("AuthZ-Consent");
        assertThat(event.getEntity())
                .extracting(entity -> entity.getWhat().getReference())
                .contains(world.item("density"), consent + "/_history/1");
    }

    @Test
    void saysInWhichRoleSomethingIsLookedFor() {
        assertThat(Answers.bundle(STRAND.get(dara, "AuditEvent?_count=1&entity-role=24&entity=" + patient))
                        .getEntry())
                .isEmpty();
        STRAND.get(ana, patient);
        assertThat(Answers.bundle(STRAND.get(dara, "AuditEvent?_count=1&entity-role=1&entity=" + patient))
                        .getEntry())
                .hasSize(1);
    }
}
