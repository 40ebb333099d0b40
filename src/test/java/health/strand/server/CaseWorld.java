package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.strand.imaging.OnePixel;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;

/** A patient of their own with a little record, as a case of the acceptance matrix wants it. */
final class CaseWorld {

    static final String IDENTIFIER = "urn:strand:case";
    private static final List<String> NAMES =
            List.of("patient", "team", "encounter", "density", "file", "study", "marker", "family");

    private final RunningStrand strand;
    private final Map<String, String> items = new LinkedHashMap<>();
    private final List<String> consents = new ArrayList<>();
    private final String key = UUID.randomUUID().toString();

    CaseWorld(RunningStrand strand, AccessCase wanted) {
        this.strand = strand;
        store(wanted.teamUntil());
        if (!wanted.appointment().isEmpty()) {
            meet(wanted.appointment());
        }
        for (int index = 0; index < wanted.consents().size(); index++) {
            decide(wanted.consents().get(index), index);
        }
    }

    /** Name to {@code Type/id}. */
    Map<String, String> items() {
        return items;
    }

    String item(String name) {
        return java.util.Objects.requireNonNull(items.get(name));
    }

    /** The value of the patient's identifier. */
    String key() {
        return key;
    }

    private void store(int teamUntil) {
        LocalDate today = LocalDate.now();
        String bundle = """
                {'resourceType':'Bundle','type':'transaction','entry':[
                {'fullUrl':'urn:uuid:%1$s','resource':{'resourceType':'Patient','identifier':[{'system':'%2$s','value':'%3$s'}],
                  'name':[{'family':'Case'}]},'request':{'method':'POST','url':'Patient'}},
                {'resource':{'resourceType':'CareTeam','status':'active','subject':{'reference':'urn:uuid:%1$s'},
                  'period':{'start':'2020-01-01','end':'%4$s'},'participant':[
                  {'member':{'reference':'Practitioner/%5$s'}},{'member':{'reference':'Practitioner/%6$s'}}]},
                  'request':{'method':'POST','url':'CareTeam'}},
                {'fullUrl':'urn:uuid:%7$s','resource':{'resourceType':'Encounter','status':'finished',
                  'class':{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'AMB'},
                  'subject':{'reference':'urn:uuid:%1$s'},'period':{'start':'2026-01-10','end':'2026-01-10'}},
                  'request':{'method':'POST','url':'Encounter'}},
                {'resource':{'resourceType':'Observation','status':'final','code':{'text':'density'},
                  'subject':{'reference':'urn:uuid:%1$s'},'encounter':{'reference':'urn:uuid:%7$s'},
                  'effectiveDateTime':'2026-01-10','performer':[{'reference':'Practitioner/%6$s'}],
                  'valueQuantity':{'value':181}},
                  'request':{'method':'POST','url':'Observation'}},
                {'fullUrl':'urn:uuid:%8$s','resource':{'resourceType':'Binary','contentType':'image/png',
                  'securityContext':{'reference':'urn:uuid:%1$s'},'data':'%9$s'},
                  'request':{'method':'POST','url':'Binary'}}
                ]}""".formatted(
                        UUID.randomUUID(),
                        IDENTIFIER,
                        key,
                        today.plusDays(teamUntil),
                        strand.id("sora"),
                        strand.id("tom"),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        OnePixel.PNG);
        keep(bundle);
        keep("""
                {'resourceType':'Bundle','type':'transaction','entry':[
                {'resource':{'resourceType':'Media','status':'completed','subject':{'reference':'%1$s'},
                  'encounter':{'reference':'%3$s'},'createdDateTime':'2026-01-10',
                  'content':{'contentType':'image/png','url':'%2$s'}},
                  'request':{'method':'POST','url':'Media'}},
                {'resource':{'resourceType':'Observation','status':'final','category':[{'coding':[
                  {'system':'http://terminology.hl7.org/CodeSystem/v2-0074','code':'GE'}]}],'code':{'text':'marker'},
                  'subject':{'reference':'%1$s'},'effectiveDateTime':'2026-01-10','valueString':'present'},
                  'request':{'method':'POST','url':'Observation'}},
                {'resource':{'resourceType':'FamilyMemberHistory','status':'completed','patient':{'reference':'%1$s'},
                  'relationship':{'text':'father'}},'request':{'method':'POST','url':'FamilyMemberHistory'}}
                ]}""".formatted(item("patient"), item("file"), item("encounter")));
    }

    private void meet(Map<String, Object> appointment) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String body = """
                {'resourceType':'Appointment','status':'booked','start':'%s','end':'%s','participant':[
                {'actor':{'reference':'%s'},'status':'accepted'}%s]}
                """.formatted(
                        now.plus((int) appointment.getOrDefault("from", 0), ChronoUnit.MINUTES),
                        now.plus((int) appointment.getOrDefault("until", 0), ChronoUnit.MINUTES),
                        item("patient"),
                        appointment.containsKey("with")
                                ? ",{'actor':{'reference':'Practitioner/" + strand.id((String) appointment.get("with"))
                                        + "'},'status':'accepted'}"
                                : "");
        HttpResponse<String> answer = strand.post(strand.token("loader"), "Appointment", body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void keep(String bundle) {
        HttpResponse<String> answer = strand.post(strand.token("loader"), "", bundle.replace('\'', '"'));
        for (Bundle.BundleEntryComponent entry : Answers.bundle(answer).getEntry()) {
            String location = entry.getResponse().getLocation();
            items.put(NAMES.get(items.size()), location.replaceAll("/_history/.*", ""));
        }
    }

    private void decide(Map<String, Object> written, int index) {
        Consent consent = new CaseConsent(strand, this).of(written, index);
        HttpResponse<String> answer = strand.post(
                strand.token("loader"),
                "Consent",
                FhirContext.forR4Cached().newJsonParser().encodeResourceToString(consent));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        consents.add("Consent/" + Answers.json(answer).at("/id").asText());
        items.put("c" + consents.size(), consents.get(index));
    }

    /** The consents, in the order of the case. */
    List<String> consents() {
        return consents;
    }

    /** Ends all that the patient has decided, so that no other test meets it. */
    void withdrawAll() {
        String active = "Consent?status=active&patient=" + item("patient");
        for (Bundle.BundleEntryComponent each : Answers.pages(strand, strand.token("loader"), active)) {
            String consent = "Consent/" + each.getResource().getIdElement().getIdPart();
            HttpResponse<String> answer =
                    strand.post(strand.token("loader"), consent + "/$revoke", "{\"resourceType\":\"Parameters\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    /** A patient who lets everybody who treats, but for one surgeon, see genetic data. */
    static CaseWorld openToGenetics(RunningStrand strand) {
        return new CaseWorld(
                strand,
                AccessCase.world(
                        "genetics",
                        "genetic data for treatment, but not for Sora",
                        List.of(Map.of(
                                "permit",
                                Map.of("purpose", "TREAT", "label", "GDIS"),
                                "with",
                                List.of(Map.of("deny", Map.of("actor", "sora")))))));
    }
}
