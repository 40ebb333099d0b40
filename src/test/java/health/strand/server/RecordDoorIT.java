package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What does not fit the record around it does not come in. */
class RecordDoorIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String MARKERS = "Observation?code=http://loinc.org%7C69548-6&subject=Patient/";

    private final String loader = STRAND.token("loader");
    private final Records records = new Records(STRAND, loader);

    @Test
    void refusesAPictureOfOnePatientInTheSessionOfAnother() {
        ObjectNode media = copy(records.one("Media?subject=Patient/" + STRAND.id("ana")));
        media.withObject("/encounter").put("reference", reference("Encounter?subject=Patient/" + STRAND.id("ben")));

        assertRefused("Media", media, "hr-one-patient");
    }

    @Test
    void refusesTheSameInsideOneTransaction() {
        ObjectNode media = copy(records.one("Media?subject=Patient/" + STRAND.id("ana")));
        media.withObject("/encounter").put("reference", "urn:uuid:0f8f2f1e-3d5c-4d0e-9a51-0d7a1fd0f001");
        ObjectNode encounter = copy(records.one("Encounter?subject=Patient/" + STRAND.id("ben")));

        HttpResponse<String> answer = STRAND.post(
                loader,
                "",
                Records.bundle("transaction", encounter.toString(), media.toString())
                        .replaceFirst(
                                "\\{\"resource\"",
                                "{\"fullUrl\":\"urn:uuid:0f8f2f1e-3d5c-4d0e-9a51-0d7a1fd0f001\",\"resource\""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("hr-one-patient");
    }

    @Test
    void refusesAComparabilityKeyThatSaysOtherThanThePanel() {
        ObjectNode panel = copy(records.panel("ana"));
        ObjectNode key = key(panel);
        String right = key.get("valueString").asText();

        assertCreated("Observation", panel);
        key.put("valueString", right.replaceFirst("/TS-[0-9]+/", "/TS-99/"));
        assertRefused("Observation", panel, "hr-key-1");
        key.put("valueString", right.replaceFirst("/[^/]+$", "/9.99"));
        assertRefused("Observation", panel, "hr-key-1");
    }

    @Test
    void refusesAPanelThatWasPreparedOtherwiseThanTheRestOfItsSession() {
        ObjectNode panel = copy(records.panel("ana"));
        ObjectNode key = key(panel);
        key.put("valueString", prepared(key.get("valueString").asText(), "shampooed"));

        assertRefused("Observation", panel, "hr-key-2");
    }

    @Test
    void comparesThePanelsOfOneTransactionToo() {
        ObjectNode encounter = copy(records.one("Encounter?subject=Patient/" + STRAND.id("ana")));
        ObjectNode clipped = copy(records.panel("ana"));
        clipped.withObject("/encounter").put("reference", "urn:uuid:0f8f2f1e-3d5c-4d0e-9a51-0d7a1fd0f002");
        ObjectNode other = clipped.deepCopy();
        key(other).put("valueString", prepared(key(clipped).get("valueString").asText(), "shampooed"));

        HttpResponse<String> answer = STRAND.post(
                loader,
                "",
                Records.bundle("transaction", encounter.toString(), clipped.toString(), other.toString())
                        .replaceFirst(
                                "\\{\"resource\"",
                                "{\"fullUrl\":\"urn:uuid:0f8f2f1e-3d5c-4d0e-9a51-0d7a1fd0f002\",\"resource\""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("hr-key-2");
    }

    private static String prepared(String key, String preparation) {
        String[] parts = key.split("/", -1);
        parts[4] = preparation;
        return String.join("/", parts);
    }

    @Test
    void refusesAMarkerFromALaboratoryThatWasNotAsked() {
        ObjectNode marker = orderedMarker();
        assertCreated("Observation", marker);

        String laboratory = marker.at("/performer/0/reference").asText();
        JsonNode organizations = Answers.json(STRAND.get(loader, "Organization?_count=50"));
        String other = organizations.at("/entry").findValues("resource").stream()
                .map(each -> "Organization/" + each.get("id").asText())
                .filter(each -> !each.equals(laboratory))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) marker.at("/performer/0")).put("reference", other).remove("display");
        assertRefused("Observation", marker, "hr-lab-2");

        marker.remove("basedOn");
        assertRefused("Observation", marker, "hr-lab-1");
    }

    /** Ana's marker and the order it came from, as if they were somebody's who opened them to the clinic's systems. */
    private ObjectNode orderedMarker() {
        CaseWorld world = CaseWorld.openToGenetics(STRAND);
        Records own = new Records(STRAND, STRAND.token("ana"));
        ObjectNode marker = copy(own.one(MARKERS + STRAND.id("ana")));
        String order = marker.at("/basedOn/0/reference").asText();
        String specimen = marker.at("/specimen/reference").asText();
        JsonNode asked = Answers.json(STRAND.get(STRAND.token("ana"), order));
        JsonNode taken = Answers.json(STRAND.get(STRAND.token("ana"), specimen));
        String theirOrder = "ServiceRequest/" + created("ServiceRequest", moved(asked, world));
        ObjectNode theirSpecimen = moved(taken, world);
        ((ObjectNode) theirSpecimen.at("/request/0")).put("reference", theirOrder);
        ObjectNode theirs = moved(marker, world);
        ((ObjectNode) theirs.at("/basedOn/0")).put("reference", theirOrder);
        ((ObjectNode) theirs.at("/specimen")).put("reference", "Specimen/" + created("Specimen", theirSpecimen));
        return theirs;
    }

    private static ObjectNode moved(JsonNode resource, CaseWorld world) {
        String text = resource.toString()
                .replace("Patient/" + STRAND.id("ana"), world.item("patient"))
                .replaceAll("Consent/[0-9a-f-]{36}", world.consents().get(0));
        try {
            return copy(new com.fasterxml.jackson.databind.ObjectMapper().readTree(text));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void refusesAPublicationWithoutAnActiveConsentAndOfThePictureItself() throws Exception {
        ObjectNode media = copy(records.one("Media?subject=Patient/" + STRAND.id("ana")));
        ObjectNode content = media.withObject("/content");
        content.put("hash", "c2NhbHA=");
        String source = "Media/" + created("Media", media);
        ObjectNode consent = consent("active");
        ObjectNode picture = derivative(source, "Consent/" + created("Consent", consent));

        assertCreated("DocumentReference", picture);

        ((ObjectNode) picture.at("/content/0/attachment")).put("hash", "c2NhbHA=");
        assertRefused("DocumentReference", picture, "hr-mkt-3");

        ObjectNode withdrawn = derivative(source, "Consent/" + created("Consent", consent("inactive")));
        assertRefused("DocumentReference", withdrawn, "hr-mkt-1");
    }

    private ObjectNode consent(String status) throws Exception {
        ObjectNode consent = example("Consent-ana-pictures");
        consent.put("status", status);
        return consent;
    }

    private ObjectNode derivative(String source, String consent) throws Exception {
        ObjectNode picture = example("DocumentReference-ana-derivative-unpublished");
        ((ObjectNode) picture.at("/context/related/0")).put("reference", source);
        picture.at("/extension").forEach(extension -> {
            if (extension.get("url").asText().endsWith("/consent")) {
                ((ObjectNode) extension.get("valueReference")).put("reference", consent);
            }
        });
        return picture;
    }

    /** An example of the package, with its people in the demo clinic's places. */
    private ObjectNode example(String name) throws Exception {
        String json = Files.readString(Path.of("profiles", "generated", "examples", name + ".json"))
                .replace("Patient/ana", "Patient/" + STRAND.id("ana"))
                .replaceAll("Practitioner/sora", "Practitioner/" + STRAND.id("sora"))
                .replaceAll("PractitionerRole/sora-surgeon", reference("PractitionerRole?_sort=_id"))
                .replaceAll("Organization/clinic", reference("Organization?_sort=_id"));
        ObjectNode example = (ObjectNode) new ObjectMapper().readTree(json);
        example.remove("id");
        return example;
    }

    private static ObjectNode key(ObjectNode panel) {
        for (JsonNode extension : panel.at("/extension")) {
            if (extension.get("url").asText().endsWith("/comparability-key")) {
                return (ObjectNode) extension;
            }
        }
        throw new AssertionError("a panel without a key");
    }

    private String reference(String search) {
        JsonNode found = records.one(search);
        return found.get("resourceType").asText() + "/" + found.get("id").asText();
    }

    private static ObjectNode copy(JsonNode resource) {
        ObjectNode copy = resource.deepCopy();
        copy.remove("id");
        return copy;
    }

    private void assertCreated(String type, ObjectNode resource) {
        created(type, resource);
    }

    private String created(String type, ObjectNode resource) {
        HttpResponse<String> answer = STRAND.post(loader, type, resource.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Answers.json(answer).at("/id").asText();
    }

    private void assertRefused(String type, ObjectNode resource, String rule) {
        HttpResponse<String> answer = STRAND.post(loader, type, resource.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(Answers.json(answer).at("/issue").toString()).contains(rule);
    }
}
