package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is hidden is not shown by what holds it: a container, a document with the same file, the file itself. */
class HeldCopiesIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final List<String> FORMS = List.of(
            "Range:bytes=0-3",
            "Range:bytes=999999-",
            "Range:bytes=0-3;If-Range:\"1-file\"",
            "If-None-Match:\"1-file\"",
            "If-None-Match:*",
            "If-Match:\"1-file\"",
            "If-Match:\"9-file\"",
            "If-Modified-Since:Tue, 01 Jan 2030 00:00:00 GMT");
    private static final String CANARY = "canary of the contained";

    private final String loader = STRAND.token("loader");
    private final String sora = STRAND.token("sora");

    /** L18. */
    @Test
    void hidesWhatContainsGeneticDataAsTheyAreHidden() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("held", "a patient", List.of()));
        String patient = world.item("patient");
        String container = created("DiagnosticReport", """
                'status':'final','code':{'text':'visit'},'subject':{'reference':'%s'},'result':[{'reference':'#m'}],'contained':[
                {'resourceType':'Observation','id':'m','status':'final','code':{'text':'%s'},'category':[{'coding':[
                {'system':'http://terminology.hl7.org/CodeSystem/v2-0074','code':'GE'}]}]}]""".formatted(patient, CANARY));

        assertThat(STRAND.get(sora, world.item("density")).statusCode()).isEqualTo(200);
        assertAbsent(container);
        for (String search : List.of(
                "DiagnosticReport?patient=" + patient,
                "DiagnosticReport?patient=" + patient + "&_elements=contained",
                patient + "/$everything",
                "Patient?_id=" + patient.substring("Patient/".length()) + "&_revinclude=DiagnosticReport:patient")) {
            HttpResponse<String> answer = STRAND.get(sora, search);
            assertThat(answer.statusCode()).as(search + answer.body()).isEqualTo(200);
            assertThat(answer.body()).as(search).doesNotContain(CANARY);
        }
        assertThat(STRAND.get(STRAND.tokenOfPatient(patient), container).body()).contains(CANARY);
    }

    /** S21, L21, L46. */
    @Test
    void hidesTheDocumentAndTheFileOfAHiddenPicture() {
        CaseWorld world = new CaseWorld(
                STRAND,
                AccessCase.world(
                        "held",
                        "a picture the surgeon is not to see",
                        List.of(Map.of("deny", Map.of("purpose", "TREAT", "instance", "study", "actor", "sora")))));
        String document = created(
                "DocumentReference",
                "'status':'current','subject':{'reference':'" + world.item("patient")
                        + "'},'content':[{'attachment':{'contentType':'image/png','url':'" + world.item("file")
                        + "'}}]");

        String thumbnail = created(
                "Media",
                "'status':'completed','subject':{'reference':'" + world.item("patient")
                        + "'},'height':1,'width':1,'content':{'contentType':'image/png','url':'" + world.item("file")
                        + "'}");

        for (String hidden : List.of(
                world.item("study"),
                world.item("file"),
                document,
                thumbnail,
                world.item("study") + "/$rendered",
                world.item("study") + "/$link",
                thumbnail + "/$rendered?width=16",
                thumbnail + "/$link")) {
            assertAbsent(hidden);
            assertThat(STRAND.get(STRAND.token("tom"), hidden).statusCode())
                    .as(hidden)
                    .isEqualTo(200);
        }
        assertThat(Answers.bundle(STRAND.get(sora, "DocumentReference?patient=" + world.item("patient")))
                        .getTotal())
                .isZero();
    }

    /** L46: however it is asked for. */
    @Test
    void answersForAHiddenFileAsForNoneInEveryForm() {
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("held", "a patient", List.of()));
        String file = world.item("file");
        String nothing = "Binary/" + UUID.randomUUID();
        String ito = STRAND.token("ito");

        for (String method : List.of("GET", "HEAD")) {
            for (String form : List.of("image/png", "application/fhir+json", "*/*")) {
                for (String header : FORMS) {
                    HttpResponse<String> hidden = asked(ito, method, file, form, header);
                    HttpResponse<String> missing = asked(ito, method, nothing, form, header);
                    assertThat(hidden.statusCode()).as(method + form + header).isEqualTo(404);
                    assertThat(missing.statusCode()).isEqualTo(404);
                    assertThat(hidden.body().replace(file, ""))
                            .isEqualTo(missing.body().replace(nothing, ""));
                    assertThat(headers(hidden)).isEqualTo(headers(missing));
                    assertThat(hidden.headers().firstValue("Cache-Control")).contains("private, no-store");
                }
            }
        }
        HttpResponse<String> shown = asked(sora, "GET", file, "image/png", FORMS.get(0));
        assertThat(shown.statusCode()).isEqualTo(206);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("private, no-store");
    }

    /** All but what differs from one answer to the next. */
    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("x-request-id");
        headers.remove("date");
        // the container ends a connection after so many requests
        headers.remove("connection");
        return headers;
    }

    private static HttpResponse<String> asked(String reader, String method, String path, String form, String header) {
        HttpRequest.Builder request = STRAND.request(reader, path).header("Accept", form);
        for (String each : header.split(";")) {
            request.header(each.substring(0, each.indexOf(':')), each.substring(each.indexOf(':') + 1));
        }
        return STRAND.send(request.method(method, BodyPublishers.noBody()));
    }

    private void assertAbsent(String item) {
        String id = item.split("/", -1)[1];
        String nothing = UUID.randomUUID().toString();
        HttpResponse<String> hidden = STRAND.get(sora, item);
        assertThat(hidden.statusCode()).as(item).isEqualTo(404);
        assertThat(Answers.normal(hidden, id))
                .isEqualTo(Answers.normal(STRAND.get(sora, item.replace(id, nothing)), nothing));
    }

    private String created(String type, String elements) {
        String body = "{'resourceType':'" + type + "'," + elements + "}";
        HttpResponse<String> answer = STRAND.post(loader, type, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return type + "/" + Answers.json(answer).at("/id").asText();
    }
}
