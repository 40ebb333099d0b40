package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Genetic results are there for the patient and, until she consents, for nobody who treats her. */
class HiddenGeneticsIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String VARIANT = "Observation?code=http://loinc.org%7C69548-6&patient=";

    private final String sora = STRAND.token("sora");
    private final String ana = STRAND.token("ana");
    private final String loader = STRAND.token("loader");
    private final String marker = first(VARIANT + STRAND.id("ana"));
    private final String relative = first("FamilyMemberHistory?patient=" + STRAND.id("ana"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation/{id}",
                "Observation/{id}/_history",
                "Observation/{id}/_history/1",
                "Observation?_id={id}",
                "Observation?_id={id}&_summary=count",
                "Observation?_id={id}&_total=accurate&_include=*",
                "Observation?_id={id}&_security=GDIS",
                "Observation?_id={id}&_elements=id",
                "Patient?_has:Observation:patient:_id={id}",
                "Patient?_has:Observation:patient:_id={id}&_revinclude=*",
                "Practitioner?_has:Observation:performer:_id={id}",
                "DiagnosticReport?result=Observation/{id}",
                "DiagnosticReport?result._id={id}",
                "Observation?has-member=Observation/{id}",
                "Observation?derived-from=Observation/{id}",
                "Specimen?_has:Observation:specimen:_id={id}",
                "Encounter?_has:Observation:encounter:_id={id}"
            })
    void answersASurgeonAsIfTheMarkerWereNot(String road) {
        String nothing = UUID.randomUUID().toString();
        HttpResponse<String> hidden = STRAND.get(sora, road.replace("{id}", marker));
        HttpResponse<String> missing = STRAND.get(sora, road.replace("{id}", nothing));

        assertThat(hidden.statusCode()).as(hidden.body()).isIn(200, 404);
        assertThat(Answers.normal(hidden, marker)).isEqualTo(Answers.normal(missing, nothing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?_security=GDIS",
                "Observation?_security=http://terminology.hl7.org/CodeSystem/v3-ActCode%7CGDIS",
                "Observation?code=http://loinc.org%7C69548-6",
                "Observation?category=http://terminology.hl7.org/CodeSystem/v2-0074%7CGE",
                "Patient?_has:Observation:patient:code=http://loinc.org%7C69548-6",
                "Patient?_has:Observation:patient:_security=GDIS",
                "Patient?_has:Observation:patient:_has:DiagnosticReport:result:_security=GDIS",
                "ServiceRequest?_security=GDIS",
                "Specimen?_security=GDIS",
                "DiagnosticReport?_security=GDIS"
            })
    void findsASurgeonNoGeneticsByTheirMeaning(String meaning) {
        // in worlds of other tests the surgeon is granted some
        String search = meaning + (meaning.startsWith("Patient?") ? "&_id=" : "&patient=") + STRAND.id("ana");
        assertThat(total(sora, search)).isZero();
        assertThat(total(ana, search)).isPositive();
        assertThat(Answers.bundle(STRAND.send(STRAND.request(sora, search.replaceAll("\\?.*", "/_search"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(search.replaceAll(".*?\\?", "") + "&_total=accurate"))))
                        .getTotal())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?_include=*&_count=100",
                "Patient?_revinclude=*&_count=50",
                "Encounter?_revinclude=*&_revinclude:iterate=*&_count=50",
                "Patient?_revinclude=Observation:subject&_revinclude=DiagnosticReport:subject&_count=50"
            })
    void bringsASurgeonNoGeneticsAlong(String search) {
        assertThat(found(
                        sora,
                        search.replaceFirst(
                                "\\?",
                                search.startsWith("Patient?")
                                        ? "?_id=" + STRAND.id("ana") + "&"
                                        : "?patient=" + STRAND.id("ana") + "&")))
                .isNotEmpty()
                .noneMatch(HiddenGeneticsIT::isGenetic);
    }

    @Test
    void leavesGeneticsOutOfTheWholeRecordForASurgeonButNotForThePatient() {
        String record = "Patient/" + STRAND.id("ana") + "/$everything?_count=100";

        assertThat(found(sora, record)).isNotEmpty().noneMatch(HiddenGeneticsIT::isGenetic);
        assertThat(found(ana, record).stream().map(each -> each.getIdElement().getIdPart()))
                .contains(marker, relative);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'method':'GET','url':'Observation/{id}'",
                "'method':'GET','url':'Observation?_id={id}'",
                "'method':'GET','url':'Patient?_has:Observation:patient:_id={id}'",
                "'method':'DELETE','url':'Observation/{id}'",
                "'method':'DELETE','url':'Observation?_id={id}'"
            })
    void treatsAMarkerAsMissingInEntries(String request) {
        String nothing = UUID.randomUUID().toString();
        for (String type : List.of("batch", "transaction")) {
            HttpResponse<String> hidden = STRAND.post(sora, "", bundle(type, request.replace("{id}", marker)));
            HttpResponse<String> missing = STRAND.post(sora, "", bundle(type, request.replace("{id}", nothing)));

            assertThat(Answers.normal(hidden, marker)).isEqualTo(Answers.normal(missing, nothing));
        }
        assertThat(STRAND.get(ana, "Observation/" + marker).statusCode()).isEqualTo(200);
    }

    private static String bundle(String type, String request) {
        return ("{'resourceType':'Bundle','type':'" + type + "','entry':[{'request':{" + request + "}}]}")
                .replace('\'', '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT Observation/{id}", "DELETE Observation/{id}", "DELETE Observation?_id={id}"})
    void changesNoMarkerForASurgeon(String attempt) {
        String nothing = UUID.randomUUID().toString();
        String before = STRAND.get(ana, "Observation/" + marker).body();

        assertThat(Answers.normal(change(attempt, marker), marker))
                .isEqualTo(Answers.normal(change(attempt, nothing), nothing));
        assertThat(STRAND.get(ana, "Observation/" + marker).body()).isEqualTo(before);
    }

    private HttpResponse<String> change(String attempt, String id) {
        String[] parts = attempt.replace("{id}", id).split(" ");
        String body = "{'resourceType':'Observation','id':'" + id + "','status':'final','code':{'text':'x'},"
                + "'subject':{'reference':'Patient/" + STRAND.id("ana") + "'}}";
        return STRAND.send(STRAND.request(sora, parts[1])
                .header("Content-Type", "application/fhir+json")
                .method(parts[0], BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    @Test
    void answersAReferenceToAMarkerLikeOneToNothing() {
        String nothing = UUID.randomUUID().toString();
        String body = "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                + "\"subject\":{\"reference\":\"Patient/" + STRAND.id("ana")
                + "\"},\"derivedFrom\":[{\"reference\":\"Observation/%s\"}]}";

        assertThat(Answers.normal(STRAND.post(sora, "Observation", body.formatted(marker)), marker))
                .isEqualTo(Answers.normal(STRAND.post(sora, "Observation", body.formatted(nothing)), nothing))
                .startsWith("4");
    }

    private static boolean isGenetic(Resource resource) {
        boolean labelled = resource.getMeta().getSecurity().stream().anyMatch(label -> "GDIS".equals(label.getCode()));
        String text = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
        return labelled || "FamilyMemberHistory".equals(resource.fhirType()) || text.contains("69548-6");
    }

    private static List<Resource> found(String token, String search) {
        return Answers.pages(STRAND, token, search).stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
    }

    private static int total(String token, String search) {
        return Answers.bundle(STRAND.get(token, search + "&_total=accurate")).getTotal();
    }

    private String first(String search) {
        return Answers.bundle(STRAND.get(ana, search + "&_count=1"))
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
    }
}
