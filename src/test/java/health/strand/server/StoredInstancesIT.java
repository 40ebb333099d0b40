package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.profiles.Canonical;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An imaging study lists, for whoever asks, the instances of which the pictures are there for them, and no others. */
class StoredInstancesIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String GENETIC = "{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'GDIS'}";

    private final String loader = STRAND.token("loader");
    private final String sora = STRAND.token("sora");
    private final String owner = STRAND.token("ana");
    private final String shown = create(media(""));
    private final String hidden = create(media(GENETIC));
    private final String study = create(study());

    @AfterEach
    void removeAll() {
        for (String each : new String[] {study, hidden, shown}) {
            STRAND.delete(loader, each);
        }
    }

    private static String ana() {
        return "Patient/" + STRAND.id("ana");
    }

    private static String media(String label) {
        return "{'resourceType':'Media','meta':{'security':[" + label
                + "]},'status':'completed','subject':{'reference':'" + ana()
                + "'},'content':{'title':'picture'}}";
    }

    private String study() {
        return "{'resourceType':'ImagingStudy','status':'available','subject':{'reference':'" + ana()
                + "'},'numberOfSeries':2,'numberOfInstances':3,'series':["
                + "{'uid':'2.25.10','modality':{'system':'http://dicom.nema.org/resources/ontology/DCM','code':'XC'},"
                + "'numberOfInstances':2,'instance':[" + instance("2.25.11", shown) + ","
                + instance("2.25.12", hidden) + "]},"
                + "{'uid':'2.25.20','modality':{'system':'http://dicom.nema.org/resources/ontology/DCM','code':'GM'},"
                + "'numberOfInstances':1,'instance':[" + instance("2.25.21", hidden) + "]}]}";
    }

    private static String instance(String uid, String picture) {
        return "{'extension':[{'url':'" + Canonical.STORED_PICTURE + "','valueReference':{'reference':'" + picture
                + "'}}],'uid':'" + uid + "','sopClass':{'code':'urn:oid:1.2.840.10008.5.1.4.1.1.77.1.4'}}";
    }

    private String create(String body) {
        String type = body.replaceFirst("\\{'resourceType':'([A-Za-z]+)'.*", "$1");
        HttpResponse<String> created = STRAND.post(loader, type, body.replace('\'', '"'));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return type + "/" + Answers.json(created).get("id").asText();
    }

    private ObjectNode read(String token) {
        return (ObjectNode) Answers.json(STRAND.get(token, study));
    }

    @Test
    void listsNoInstanceOfWhichThePictureIsHidden() {
        JsonNode whole = read(owner);
        JsonNode part = read(sora);

        assertThat(whole.at("/series").size()).isEqualTo(2);
        assertThat(whole.get("numberOfInstances").asInt()).isEqualTo(3);
        assertThat(part.toString()).contains("2.25.11").doesNotContain("2.25.12", "2.25.2", "GM", hidden);
        assertThat(part.get("numberOfSeries").asInt()).isEqualTo(1);
        assertThat(part.get("numberOfInstances").asInt()).isEqualTo(1);
        assertThat(part.at("/series/0/numberOfInstances").asInt()).isEqualTo(1);
    }

    @Test
    void keepsThoseInstancesWhenTheStudyIsWrittenByWhoeverIsNotShownThem() {
        ObjectNode part = read(sora).put("description", "looked at");

        HttpResponse<String> written = STRAND.put(sora, study, part.toString());

        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(written.body()).doesNotContain("2.25.12", "2.25.2");
        JsonNode whole = read(owner);
        assertThat(whole.toString()).contains("looked at", "2.25.11", "2.25.12", "2.25.21");
        assertThat(whole.get("numberOfSeries").asInt()).isEqualTo(2);
        assertThat(whole.get("numberOfInstances").asInt()).isEqualTo(3);
    }

    /** By its UID, and then hidden with it. */
    @Test
    void findsThePictureOfAnInstanceThatIsWrittenWithoutIt() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("instances", "a study by UIDs", List.of()));
        CaseWorld other = new CaseWorld(STRAND, AccessCase.world("instances", "of somebody else", List.of()));
        String uid = DicomWebCalls.uid();
        String ofOther = DicomWebCalls.uid();
        String picture = create(named(uid, world));
        create(named(ofOther, other));

        String written = create(byUids(world, uid, ofOther));

        JsonNode stored = Answers.json(STRAND.get(sora, written));
        assertThat(stored.at("/series/0/instance/0/extension/0/valueReference/reference")
                        .asText())
                .isEqualTo(picture);
        assertThat(stored.at("/series/0/instance/1/extension").isMissingNode()).isTrue();
        String changed = ((ObjectNode) stored).put("description", "changed").toString();
        assertThat(STRAND.put(loader, written, changed.replaceAll("\"extension\":\\[.*?\\],", ""))
                        .statusCode())
                .isEqualTo(200);
        hide(world, picture);
        JsonNode shown = Answers.json(STRAND.get(sora, written));
        assertThat(shown.at("/description").asText()).isEqualTo("changed");
        assertThat(shown.toString()).doesNotContain(uid, picture).contains(ofOther);
        world.withdrawAll();
    }

    /** Who writes it is told nothing of a picture that is hidden from them. */
    @Test
    void findsNoPictureThatIsHiddenFromWhoeverWrites() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("instances", "a hidden picture", List.of()));
        String uid = DicomWebCalls.uid();
        hide(world, create(named(uid, world)));

        HttpResponse<String> written = STRAND.post(sora, "ImagingStudy", json(byUids(world, uid, DicomWebCalls.uid())));

        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        String study = "ImagingStudy/" + Answers.json(written).get("id").asText();
        assertThat(written.body()).contains(uid).doesNotContain("stored-picture");
        assertThat(STRAND.get(loader, study).body()).contains(uid).doesNotContain("stored-picture");
        world.withdrawAll();
    }

    private void hide(CaseWorld world, String picture) {
        String consent = FhirContext.forR4Cached()
                .newJsonParser()
                .encodeResourceToString(new CaseConsent(STRAND, world)
                        .of(Map.of("deny", Map.of("purpose", "TREAT", "actor", "sora", "class", "Media")), 0));
        assertThat(STRAND.post(loader, "Consent", consent).statusCode()).isEqualTo(201);
        assertThat(STRAND.get(sora, picture).statusCode()).isEqualTo(404);
    }

    private static String named(String uid, CaseWorld of) {
        return "{'resourceType':'Media','status':'completed','identifier':[{'system':'urn:dicom:uid','value':'urn:oid:"
                + uid + "'}],'subject':{'reference':'" + of.item("patient") + "'},'content':{'title':'picture'}}";
    }

    private static String byUids(CaseWorld of, String one, String other) {
        return "{'resourceType':'ImagingStudy','status':'available','subject':{'reference':'" + of.item("patient")
                + "'},'series':[{'uid':'2.25.10','modality':{'system':'http://dicom.nema.org/resources/ontology/DCM',"
                + "'code':'XC'},'instance':[{'uid':'" + one + "','sopClass':{'code':'urn:oid:1.2'}},{'uid':'" + other
                + "','sopClass':{'code':'urn:oid:1.2'}}]}]}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "instance=urn:oid:2.25.12",
                "series=urn:oid:2.25.20",
                "modality=GM",
                "bodysite=x",
                "dicom-class=urn:oid:1.2.840.10008.5.1.4.1.1.77.1.4",
                "performer=Practitioner/x",
                "endpoint=Endpoint/x"
            })
    void searchesNothingThatWouldTellOfAnInstance(String query) {
        HttpResponse<String> answer = STRAND.get(owner, "ImagingStudy?" + query);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void nowhereSaysThatSuchASearchIsOffered() {
        JsonNode statement = Answers.json(STRAND.get(owner, "metadata"));
        for (JsonNode type : statement.at("/rest/0/resource")) {
            if ("ImagingStudy".equals(type.get("type").asText())) {
                assertThat(type.get("searchParam").findValuesAsText("name"))
                        .contains("patient", "started")
                        .doesNotContain("instance", "series", "modality", "bodysite", "dicom-class", "performer");
            }
        }
    }
}
