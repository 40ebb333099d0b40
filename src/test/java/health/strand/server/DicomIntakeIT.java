package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.dicom.WrittenDicom;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A DICOM file that comes as plain FHIR is looked at like one of a session. */
class DicomIntakeIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final byte[] OWN = WrittenDicom.of("00100010PNIntake^Dora");
    private static final byte[] OTHERS = WrittenDicom.of("00100010PNRossi^Ugo");
    private static final byte[] CUT = Arrays.copyOf(OWN, OWN.length - 3);
    private static final byte[] BURNED = WrittenDicom.of("00280301CSYES");
    private static final String OF_ANOTHER = "it is of another patient, by its PatientID or PatientName";

    private final String loader = STRAND.token("loader");
    private final String patient = STRAND.created("Patient", "'name':[{'family':'Intake','given':['Dora']}]");

    private String elements(byte[] file, String whose) {
        return "'contentType':'application/dicom','securityContext':{'reference':'" + whose + "'},'data':'"
                + Base64.getEncoder().encodeToString(file) + "'";
    }

    private HttpResponse<String> binary(String token, byte[] file) {
        return STRAND.post(token, "Binary", json("{'resourceType':'Binary'," + elements(file, patient) + "}"));
    }

    private HttpResponse<String> raw(byte[] file) {
        return STRAND.send(STRAND.request(loader, "Binary")
                .header("Content-Type", "application/dicom")
                .header("X-Security-Context", patient)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private HttpResponse<String> document(byte[] file) {
        return STRAND.post(
                loader,
                "DocumentReference",
                json("{'resourceType':'DocumentReference','status':'current','subject':{'reference':'" + patient
                        + "'},'content':[{'attachment':{'contentType':'application/dicom','data':'"
                        + Base64.getEncoder().encodeToString(file) + "'}}]}"));
    }

    private HttpResponse<String> withPatient(byte[] file) {
        String whose = "urn:uuid:0b1d5e1c-52a5-4c39-9a0e-3b0f9d1f7a11";
        return STRAND.post(
                loader,
                "",
                json("{'resourceType':'Bundle','type':'transaction','entry':[{'resource':{'resourceType':'Binary',"
                        + elements(file, whose) + "},'request':{'method':'POST','url':'Binary'}},{'fullUrl':'" + whose
                        + "','resource':{'resourceType':'Patient','name':[{'family':'Intake','given':['Dora']}]},"
                        + "'request':{'method':'POST','url':'Patient'}}]}"));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static String said(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        return Answers.json(answer).at("/issue/0/diagnostics").asText();
    }

    @Test
    void isTakenWhenItIsWholeAndOfThePatient() {
        for (HttpResponse<String> answer : List.of(binary(loader, OWN), raw(OWN), document(OWN), withPatient(OWN))) {
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        }
    }

    @Test
    void isRefusedWhenItIsDamagedOrHasTextInItsPixels() {
        for (HttpResponse<String> answer : List.of(binary(loader, CUT), raw(CUT), document(CUT))) {
            assertThat(said(answer)).isEqualTo("the file is cut short");
        }
        for (HttpResponse<String> answer : List.of(binary(loader, BURNED), raw(BURNED), document(BURNED))) {
            assertThat(said(answer)).contains("burned");
        }
    }

    @Test
    void isRefusedWhenItIsOfSomebodyElse() {
        for (HttpResponse<String> answer :
                List.of(binary(loader, OTHERS), raw(OTHERS), document(OTHERS), withPatient(OTHERS))) {
            assertThat(said(answer)).isEqualTo(OF_ANOTHER);
        }
        String file = STRAND.created("Binary", elements(OWN, patient));
        String other = STRAND.created("Patient", "'name':[{'family':'Other'}]");
        String id = file.substring("Binary/".length());
        HttpResponse<String> moved = STRAND.put(
                loader, file, json("{'resourceType':'Binary','id':'" + id + "'," + elements(OWN, other) + "}"));
        assertThat(said(moved)).isEqualTo(OF_ANOTHER);
    }

    /** The answer would tell the name of a patient who is not there for the sender. */
    @Test
    void isComparedWithNobodyWhoIsHidden() {
        String ito = STRAND.token("ito");
        HttpResponse<String> own = binary(ito, OWN);
        HttpResponse<String> others = binary(ito, OTHERS);
        assertThat(own.statusCode()).as(own.body()).isGreaterThanOrEqualTo(400);
        assertThat(others.statusCode()).isEqualTo(own.statusCode());
        assertThat(others.body()).isEqualTo(own.body());
    }
}
