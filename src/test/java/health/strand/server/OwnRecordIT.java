package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a requester may not see answers like what never existed, on every road. */
class OwnRecordIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String ana = STRAND.token("ana");
    private final String loader = STRAND.token("loader");

    /** Requests with a place for an id, for a patient's record and one of its observations. */
    static Stream<String> roads() {
        return Stream.of(
                "Patient/{patient}",
                "Patient/{patient}/_history",
                "Patient/{patient}/_history/1",
                "Patient/{patient}/$everything",
                "Patient?_id={patient}",
                "Patient?_id={patient}&_total=accurate",
                "Observation/{observation}",
                "Observation/{observation}/_history",
                "Observation/{observation}/_history/1",
                "Observation?_id={observation}",
                "Observation?_id={observation}&_summary=count",
                "Observation?subject=Patient/{patient}",
                "Observation?patient={patient}&_summary=count",
                "Observation?subject:Patient._id={patient}",
                "Observation?_id={observation}&_include=Observation:subject",
                "Observation?patient={patient}&_include=*",
                "Patient?_id={patient}&_revinclude=Observation:subject",
                "Patient?_has:Observation:patient:_id={observation}",
                "Practitioner?_has:Observation:performer:_id={observation}",
                "Practitioner?_has:Observation:performer:patient={patient}",
                "Practitioner?_has:Observation:performer:_has:Provenance:target:_id={observation}",
                "CareTeam?patient={patient}&_include=CareTeam:participant",
                "Binary?_id={patient}",
                "Observation?patient={patient}&_sort=-date&_elements=id");
    }

    @ParameterizedTest
    @MethodSource("roads")
    void showsAPatientNothingOfAnotherPatientOnAnyRoad(String road) {
        assertHidden(ana, road, STRAND.id("ben"), first("Observation?patient=" + STRAND.id("ben")));
    }

    private void assertHidden(String token, String road, String patient, String observation) {
        String nobody = UUID.randomUUID().toString();
        String nothing = UUID.randomUUID().toString();
        HttpResponse<String> hidden = STRAND.get(token, fill(road, patient, observation));
        HttpResponse<String> missing = STRAND.get(token, fill(road, nobody, nothing));

        assertThat(STRAND.get(loader, fill(road, patient, observation)).statusCode())
                .as("the road is a road")
                .isEqualTo(200);
        assertThat(hidden.statusCode()).isEqualTo(missing.statusCode());
        assertThat(Answers.normal(hidden, patient, observation)).isEqualTo(Answers.normal(missing, nobody, nothing));
    }

    private static String fill(String road, String patient, String observation) {
        return road.replace("{patient}", patient).replace("{observation}", observation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient",
                "Observation",
                "Media",
                "Encounter",
                "Consent",
                "Observation?_include=*",
                "Observation?_include=Observation:subject&_include:iterate=Patient:general-practitioner",
                "Patient?_revinclude=*",
                "Encounter?_sort=-date",
                "Appointment?_include=Appointment:actor"
            })
    void givesAPatientOnlyTheirOwnThroughAllPages(String search) {
        List<Bundle.BundleEntryComponent> all =
                Answers.pages(STRAND, ana, search + (search.contains("?") ? "&" : "?") + "_count=7");

        assertThat(all).isNotEmpty();
        assertThat(all)
                .allSatisfy(entry -> assertThat(
                                FhirContext.forR4Cached().newJsonParser().encodeResourceToString(entry.getResource()))
                        .doesNotContain(STRAND.id("ben"))
                        .doesNotContain(STRAND.id("kim")));
    }

    @Test
    void countsWhatAPatientSeesAndNothingElse() {
        Bundle counted = Answers.bundle(STRAND.get(ana, "Observation?_summary=count"));
        Bundle everybody = Answers.bundle(STRAND.get(loader, "Observation?_summary=count"));

        assertThat(counted.getTotal())
                .isEqualTo(Answers.pages(STRAND, ana, "Observation?_count=10").size());
        assertThat(counted.getTotal()).isLessThan(everybody.getTotal());
    }

    @Test
    void givesAPatientTheWholeOwnRecordAndNothingElse() {
        List<Bundle.BundleEntryComponent> record =
                Answers.pages(STRAND, ana, "Patient/" + STRAND.id("ana") + "/$everything?_count=20");

        assertThat(record.stream().map(entry -> entry.getResource().fhirType()).distinct())
                .contains("Patient", "Observation", "Media", "FamilyMemberHistory", "Invoice", "Consent");
        assertThat(record.stream()
                        .map(entry -> entry.getResource())
                        .filter(resource -> "Patient".equals(resource.fhirType())))
                .hasSize(1);
    }

    @Test
    void refusesAnotherPatientsPageLink() {
        String sora = STRAND.token("sora");
        String next = Answers.bundle(STRAND.get(sora, "Observation?_count=3"))
                .getLink("next")
                .getUrl();

        assertThat(STRAND.get(sora, next).statusCode()).isEqualTo(200);
        assertThat(STRAND.get(ana, next).statusCode()).isEqualTo(410);
        assertThat(STRAND.get(STRAND.token("ito"), next).statusCode()).isEqualTo(410);
        assertThat(STRAND.get(ana, next.substring(0, next.length() - 2) + "xx").body())
                .isEqualTo(STRAND.get(ana, next).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "PATCH", "DELETE"})
    void treatsAForeignResourceAsMissingInEveryMethod(String method) {
        String foreign = "QuestionnaireResponse/" + first("QuestionnaireResponse?patient=" + STRAND.id("ben"));
        String missing = "QuestionnaireResponse/" + UUID.randomUUID();
        String before = STRAND.get(loader, foreign).body();

        assertThat(Answers.normal(send(method, foreign), foreign))
                .isEqualTo(Answers.normal(send(method, missing), missing));
        assertThat(STRAND.get(loader, foreign).body()).isEqualTo(before);
    }

    private HttpResponse<String> send(String method, String path) {
        String id = path.substring(path.indexOf('/') + 1);
        String body = switch (method) {
            case "PUT" ->
                "{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"" + id
                        + "\",\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/" + STRAND.id("ana")
                        + "\"}}";
            case "PATCH" -> "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"stopped\"}]";
            default -> "";
        };
        return STRAND.send(STRAND.request(ana, path)
                .header(
                        "Content-Type",
                        "PATCH".equals(method) ? "application/json-patch+json" : "application/fhir+json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    @Test
    void doesNotLetAPatientWriteIntoAnotherRecord() {
        String response =
                "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/%s\"}}";

        HttpResponse<String> foreign = STRAND.post(ana, "QuestionnaireResponse", response.formatted(STRAND.id("ben")));
        HttpResponse<String> missing = STRAND.post(ana, "QuestionnaireResponse", response.formatted(UUID.randomUUID()));

        assertThat(STRAND.post(ana, "QuestionnaireResponse", response.formatted(STRAND.id("ana")))
                        .statusCode())
                .isEqualTo(201);
        assertThat(foreign.statusCode()).isBetween(400, 499);
        assertThat(Answers.normal(foreign, STRAND.id("ben"))).isEqualTo(Answers.normal(missing, "00000000"));
    }

    @Test
    void showsWhatNamesNoPatientToNobodyButThoseWhoReadEverything() {
        String path = "Observation/"
                + Answers.json(STRAND.post(
                                loader,
                                "Observation",
                                "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"}}"))
                        .at("/id")
                        .asText();

        assertThat(STRAND.get(loader, path).statusCode()).isEqualTo(200);
        for (String who : java.util.List.of("ana", "ben", "sora", "ito", "bo")) {
            assertThat(STRAND.get(STRAND.token(who), path).statusCode()).as(who).isEqualTo(404);
        }
        assertThat(STRAND.delete(loader, path).statusCode()).isBetween(200, 204);
    }

    private String first(String search) {
        return Answers.bundle(STRAND.get(loader, search + "&_count=1"))
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
    }
}
