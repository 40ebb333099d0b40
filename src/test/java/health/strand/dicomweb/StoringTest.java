package health.strand.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.dicom.DataSet;
import health.strand.dicom.Tag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.ImagingStudy;
import org.hl7.fhir.r4.model.Media;
import org.junit.jupiter.api.Test;

/** What is sent is stored once, for the patient whom its header names, and what cannot be stored is told with its reason. */
class StoringTest {

    private static final String TYPE = "multipart/related; type=\"application/dicom\"; boundary=mark";
    private static final int NOT_AUTHORIZED = 0x0124;
    private static final int DUPLICATE = 0x0111;
    private static final byte[] PIXELS = new byte[12];
    private static final byte[] OTHERS = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    private static final byte[] ONE = DicomFiles.photograph("1.2", "1.3", "1.4", "ana", PIXELS);
    private static final byte[] TWO = DicomFiles.photograph("1.2", "1.3", "1.5", "ana", PIXELS);

    private final HeldRecord record =
            new HeldRecord().patient("ana", "Doe", "Ana").patient("ben", "Roe", "Ben");
    private final DicomWeb web = new DicomWeb(record, "https://strand.test/dicomweb", "https://strand.test/fhir");

    private record Told(int status, JsonNode json) {

        String stored(int place) {
            return json.at("/00081199/Value/" + place + "/00081155/Value/0").asText();
        }

        int reason(int place) {
            return json.at("/00081198/Value/" + place + "/00081197/Value/0").asInt();
        }
    }

    private Told store(String path, byte[]... files) throws Exception {
        Reply reply = web.post(path, TYPE, new ByteArrayInputStream(body("application/dicom", files)), "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reply.body().writeTo(out);
        return new Told(reply.status(), new ObjectMapper().readTree(out.toByteArray()));
    }

    private static byte[] body(String type, byte[]... files) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        PartsWriter parts = new PartsWriter(body, "mark");
        for (byte[] each : files) {
            parts.part(type, "x", new ByteArrayInputStream(each));
        }
        parts.end();
        return body.toByteArray();
    }

    private ImagingStudy study() {
        return record.search(ImagingStudy.class, Map.of(), 100).get(0);
    }

    @Test
    void storesObjectsOfOneStudyInOneTransaction() throws Exception {
        Told told = store("/studies", ONE, TWO);

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.stored(0)).isEqualTo("1.4");
        assertThat(told.stored(1)).isEqualTo("1.5");
        assertThat(told.json().at("/00081199/Value/0/00081190/Value/0").asText())
                .isEqualTo("https://strand.test/dicomweb/studies/1.2/series/1.3/instances/1.4");
        assertThat(record.written).hasSize(1);
        assertThat(study().getSubject().getReference()).isEqualTo("Patient/ana");
        assertThat(study().getNumberOfInstances()).isEqualTo(2);
        assertThat(study().getSeries()).hasSize(1);
        Media picture = record.search(Media.class, Map.of(), 100).get(0);
        assertThat(picture.getContent().getSize()).isEqualTo(ONE.length);
        assertThat(picture.getHeight()).isEqualTo(2);
        // its modality would make it a picture that was taken without DICOM
        assertThat(picture.hasModality()).isFalse();
        assertThat(record.search(ImagingStudy.class, Map.of(), 100)).hasSize(1);
        ByteArrayOutputStream given = new ByteArrayOutputStream();
        web.get("/studies/1.2/series/1.3/instances/1.5", Map.of(), "application/dicom")
                .body()
                .writeTo(given);
        assertThat(given.toByteArray()).isEqualTo(TWO);
    }

    @Test
    void storesTheSameOnceAndNothingElseUnderItsName() throws Exception {
        store("/studies", ONE);
        byte[] other = DicomFiles.photograph("1.2", "1.3", "1.4", "ana", OTHERS);

        assertThat(store("/studies", ONE).status()).isEqualTo(200);
        Told told = store("/studies", other);
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.reason(0)).isEqualTo(DUPLICATE);
        assertThat(record.written).hasSize(1);

        told = store("/studies", TWO, TWO, DicomFiles.photograph("1.2", "1.3", "1.5", "ana", OTHERS));
        assertThat(told.status()).isEqualTo(202);
        assertThat(told.stored(0)).isEqualTo("1.5");
        assertThat(told.stored(1)).isEqualTo("1.5");
        assertThat(told.reason(0)).isEqualTo(DUPLICATE);
    }

    @Test
    void addsToAStudyThatIsThere() throws Exception {
        store("/studies", ONE);
        store("/studies/1.2", TWO);

        Bundle second = record.written.get(1);
        assertThat(second.getEntry().get(2).getRequest().getMethod()).isEqualTo(HTTPVerb.PUT);
        assertThat(second.getEntry().get(2).getRequest().getIfMatch()).startsWith("W/\"");
        assertThat(study().getNumberOfInstances()).isEqualTo(2);
    }

    @Test
    void tellsTheSameOfAPatientWhoIsHiddenOrUnknown() throws Exception {
        byte[] ofNobody = DicomFiles.photograph("1.2", "1.3", "1.4", "nobody", PIXELS);
        Told unknown = store("/studies", ofNobody);
        record.hidden.add("Patient/ana");
        Told hidden = store("/studies", ONE);

        assertThat(unknown.status()).isEqualTo(409);
        assertThat(unknown.reason(0)).isEqualTo(NOT_AUTHORIZED);
        assertThat(hidden).isEqualTo(unknown);
        assertThat(store("/studies", DicomFiles.photograph("1.2", "1.3", "1.4", "", PIXELS))
                        .reason(0))
                .isEqualTo(NOT_AUTHORIZED);
        assertThat(record.written).isEmpty();
    }

    @Test
    void takesNothingOfAnotherPatientIntoAStudy() throws Exception {
        store("/studies", ONE);
        byte[] ofBen = DicomFiles.photograph("1.2", "1.3", "1.6", "ben", PIXELS);

        assertThat(store("/studies", ofBen).reason(0)).isEqualTo(NOT_AUTHORIZED);
        assertThat(store("/studies", TWO, ofBen).status()).isEqualTo(202);
    }

    @Test
    void storesACopyWhereAnotherOfItsNameIsHidden() throws Exception {
        record.study("s9", "ana", "1.2", Map.of("1.3/1.4", TWO));
        record.hidden.add("ImagingStudy/s9");

        assertThat(store("/studies", ONE).status()).isEqualTo(200);
    }

    @Test
    void holdsOfAHeaderOnlyWhatIsWritten() throws Exception {
        byte[] described = DicomFiles.describedPhotograph("1.2", "1.3", "1.4", "ana", PIXELS, "long");
        DataSet held = Received.of(described).data();

        assertThat(held.text(Tag.SERIES_DESCRIPTION)).isEmpty();
        assertThat(held.text(Tag.PATIENT_ID)).isEqualTo("ana");
    }

    @Test
    void takesNothingThatOnlyBeginsLikeItsType() throws Exception {
        ByteArrayInputStream json = new ByteArrayInputStream(body("application/dicom+json", ONE));
        assertThat(web.post("/studies", TYPE, json, "").status()).isEqualTo(409);
        ByteArrayInputStream files =
                new ByteArrayInputStream(body("Application/DICOM; transfer-syntax=1.2.840.10008.1.2.1", TWO));
        assertThat(web.post("/studies", TYPE, files, "").status()).isEqualTo(200);
    }

    @Test
    void tellsWhichCannotBeRead() throws Exception {
        Told told =
                store("/studies", ONE, new byte[] {1, 2, 3}, DicomFiles.photograph("x", "1.3", "1.9", "ana", PIXELS));

        assertThat(told.status()).isEqualTo(202);
        assertThat(told.json().at("/0008119A/Value")).hasSize(2);
        assertThat(told.json().at("/0008119A/Value/0/00081197/Value/0").asInt()).isEqualTo(0xC000);
        assertThat(store("/studies/1.22", TWO).reason(0)).isEqualTo(0xA900);
    }

    @Test
    void tellsWhatTheRecordDoesNotTake() throws Exception {
        record.refusal = new Refused(403, "forbidden", "access denied");
        assertThat(store("/studies", ONE).reason(0)).isEqualTo(NOT_AUTHORIZED);
        record.refusal = new Refused(422, "processing", "no");
        assertThat(store("/studies", ONE, ONE).reason(1)).isEqualTo(0x0110);
        record.refusal = new Refused(409, "conflict", "no");
        assertThat(store("/studies", ONE).reason(0)).isEqualTo(0x0110);
        record.refusal = new Refused(503, "transient", "no");
        assertThat(store("/studies", ONE).reason(0)).isEqualTo(0xA700);
        record.refusal = new Refused(401, "login", "no");
        assertThatThrownBy(() -> store("/studies", ONE)).isSameAs(record.refusal);
    }

    @Test
    void takesNoOtherBodiesAndPaths() {
        assertThatThrownBy(() -> web.post("/studies", "application/dicom", new ByteArrayInputStream(ONE), ""))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(415));
        assertThatThrownBy(() -> store("/series", ONE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(405));
        assertThat(record.written).isEmpty();
    }
}
