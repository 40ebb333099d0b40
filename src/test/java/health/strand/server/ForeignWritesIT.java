package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional writes, batches, transactions and references: what is not the patient's own acts as if it were not. */
class ForeignWritesIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String SYSTEM = "https://test.example/answers";

    private final String ana = STRAND.token("ana");
    private final String loader = STRAND.token("loader");
    private final String ben = STRAND.id("ben");

    /** Ben's answers, and answers nobody gave. */
    private record Target(String id, String identifier, String patient, String encounter) {

        String in(String template) {
            return template.replace("{id}", id)
                    .replace("{identifier}", identifier)
                    .replace("{patient}", patient)
                    .replace("{encounter}", encounter)
                    .replace("{ana}", STRAND.id("ana"))
                    .replace("{base}", STRAND.base());
        }

        String normal(HttpResponse<String> answer) {
            return Answers.normal(answer, id, identifier, patient, encounter)
                    .replaceAll("\"source\":\"#\\w+\"", "\"source\":\"<request>\"");
        }
    }

    private Target foreign() {
        String identifier = UUID.randomUUID().toString();
        HttpResponse<String> created = STRAND.post(loader, "QuestionnaireResponse", response(identifier, ben));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return new Target(id(created), identifier, ben, first("Encounter?patient=" + ben));
    }

    private static Target missing() {
        return new Target(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString());
    }

    private void assertLikeMissing(Function<Target, HttpResponse<String>> attempt) {
        Target foreign = foreign();
        Target missing = missing();
        String before =
                STRAND.get(loader, "QuestionnaireResponse/" + foreign.id).body();
        HttpResponse<String> hidden = attempt.apply(foreign);

        assertThat(hidden.statusCode()).as(hidden.body()).isLessThan(500);
        assertThat(foreign.normal(hidden)).isEqualTo(missing.normal(attempt.apply(missing)));
        assertThat(STRAND.get(loader, "QuestionnaireResponse/" + foreign.id).body())
                .isEqualTo(before);
    }

    @Test
    void createsUnderAConditionOnlyAForeignRecordMeets() {
        assertLikeMissing(target -> {
            HttpResponse<String> answer = STRAND.send(STRAND.request(ana, "QuestionnaireResponse")
                    .header("Content-Type", "application/fhir+json")
                    .header("If-None-Exist", "identifier=" + SYSTEM + "|" + target.identifier)
                    .POST(BodyPublishers.ofString(response(target.identifier, STRAND.id("ana")))));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return answer;
        });
    }

    @Test
    void updatesUnderAConditionOnlyAForeignRecordMeets() {
        assertLikeMissing(target -> {
            HttpResponse<String> answer = STRAND.put(
                    ana,
                    "QuestionnaireResponse?identifier=" + SYSTEM + "%7C" + target.identifier,
                    response(target.identifier, STRAND.id("ana")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            return answer;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "DELETE"})
    void changesNothingUnderAConditionOnlyAForeignRecordMeets(String method) {
        assertLikeMissing(target -> STRAND.send(STRAND.request(
                        ana, "QuestionnaireResponse?identifier=" + SYSTEM + "%7C" + target.identifier)
                .header("Content-Type", "application/json-patch+json")
                .method(
                        method,
                        BodyPublishers.ofString("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"stopped\"}]"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"If-None-Match", "If-Match", "If-Modified-Since"})
    void givesNoHintByConditionalReads(String header) {
        String value = header.endsWith("Since") ? "Tue, 24 Nov 2026 00:00:00 GMT" : "W/\"1\"";

        assertLikeMissing(target -> STRAND.send(STRAND.request(ana, "QuestionnaireResponse/" + target.id)
                .header(header, value)
                .GET()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'method':'GET','url':'QuestionnaireResponse/{id}'",
                "'method':'GET','url':'QuestionnaireResponse/{id}','ifNoneMatch':'W/\\\"1\\\"'",
                "'method':'GET','url':'QuestionnaireResponse/{id}/_history/1'",
                "'method':'GET','url':'QuestionnaireResponse/{id}/_history'",
                "'method':'GET','url':'QuestionnaireResponse?_id={id}'",
                "'method':'GET','url':'QuestionnaireResponse?_id={id}&_summary=count'",
                "'method':'GET','url':'QuestionnaireResponse?patient={patient}&_include=*'",
                "'method':'GET','url':'Patient?_id={patient}&_revinclude=*'",
                "'method':'GET','url':'Practitioner?_has:Encounter:participant:_id={encounter}'",
                "'method':'GET','url':'Encounter/{encounter}'",
                "'method':'GET','url':'{base}/Encounter/{encounter}'",
                "'method':'GET','url':'Patient/{patient}/$everything'",
                "'method':'PUT','url':'QuestionnaireResponse/{id}'",
                "'method':'PUT','url':'QuestionnaireResponse/{id}','ifMatch':'W/\\\"1\\\"'",
                "'method':'PUT','url':'QuestionnaireResponse?identifier=https://test.example/answers%7C{identifier}'",
                "'method':'POST','url':'QuestionnaireResponse','ifNoneExist':'identifier={identifier}'",
                "'method':'PATCH','url':'QuestionnaireResponse/{id}'",
                "'method':'PATCH','url':'QuestionnaireResponse?identifier={identifier}'",
                "'method':'DELETE','url':'QuestionnaireResponse/{id}'",
                "'method':'DELETE','url':'QuestionnaireResponse?identifier={identifier}'"
            })
    void treatsForeignRecordsAsMissingInEntries(String request) {
        for (String type : new String[] {"batch", "transaction"}) {
            assertLikeMissing(target -> STRAND.post(ana, "", bundle(type, target.in(request))));
        }
    }

    private static String bundle(String type, String request) {
        String resource = request.contains("PATCH")
                ? "{'resourceType':'Parameters','parameter':[{'name':'operation','part':["
                        + "{'name':'type','valueCode':'replace'},"
                        + "{'name':'path','valueString':'QuestionnaireResponse.status'},"
                        + "{'name':'value','valueCode':'stopped'}]}]}"
                : response("x", STRAND.id("ana")).replace('"', '\'');
        if (request.contains("PUT") && !request.contains("?")) {
            String id = request.replaceAll(".*QuestionnaireResponse/([^']+)'.*", "$1");
            resource = resource.replace("'status'", "'id':'" + id + "','status'");
        }
        boolean bare = request.contains("GET") || request.contains("DELETE");
        return ("{'resourceType':'Bundle','type':'" + type + "','entry':[{"
                        + (bare ? "" : "'resource':" + resource + ",") + "'request':{" + request + "}}]}")
                .replace('\'', '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'subject':{'reference':'Patient/{patient}'}",
                "'subject':{'reference':'Patient/{ana}'},'source':{'reference':'Patient/{patient}'}",
                "'subject':{'reference':'Patient/{ana}'},'encounter':{'reference':'Encounter/{encounter}'}",
                "'subject':{'reference':'Patient/{ana}'},'encounter':{'reference':'Encounter/{encounter}/_history/1'}",
                "'subject':{'reference':'Patient/{ana}'},'encounter':{'reference':'{base}/Encounter/{encounter}'}",
                "'subject':{'reference':'Patient/{ana}'},'encounter':{'reference':'Encounter?_id={encounter}'}",
                "'subject':{'reference':'Patient/{ana}'},'partOf':[{'reference':'Observation?patient={patient}'}]",
                "'subject':{'reference':'Patient?_id={patient}'}",
                "'subject':{'reference':'{base}/Patient/{patient}'}",
                "'subject':{'reference':'http://elsewhere.example/fhir/Patient/{patient}'}"
            })
    void answersAReferenceToAForeignRecordLikeOneToNothing(String element) {
        String body = "{'resourceType':'QuestionnaireResponse','status':'completed'," + element + "}";

        assertLikeMissing(target ->
                STRAND.post(ana, "QuestionnaireResponse", target.in(body).replace('\'', '"')));
        assertLikeMissing(target -> {
            String own = id(STRAND.post(ana, "QuestionnaireResponse", response("own", STRAND.id("ana"))));
            String changed = target.in(body).replace("'status'", "'id':'" + own + "','status'");
            return STRAND.put(ana, "QuestionnaireResponse/" + own, changed.replace('\'', '"'));
        });
    }

    @Test
    void doesNotLetAnUpdateCarryAResourceIntoAnotherRecord() {
        String own = id(STRAND.post(ana, "QuestionnaireResponse", response("own", STRAND.id("ana"))));
        String moved = "{'resourceType':'QuestionnaireResponse','id':'" + own
                + "','status':'completed','subject':{'reference':'http://elsewhere.example/fhir/Patient/" + ben + "'}}";
        int bens = total("QuestionnaireResponse?_summary=count", STRAND.token("ben"));

        HttpResponse<String> answer = STRAND.put(ana, "QuestionnaireResponse/" + own, moved.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(total("QuestionnaireResponse?_summary=count", STRAND.token("ben")))
                .isEqualTo(bens);
        assertThat(STRAND.get(ana, "QuestionnaireResponse/" + own).statusCode()).isEqualTo(200);
    }

    private static int total(String search, String token) {
        return Answers.bundle(STRAND.get(token, search)).getTotal();
    }

    private static String response(String identifier, String patient) {
        return "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\",\"identifier\":{\"system\":\""
                + SYSTEM + "\",\"value\":\"" + identifier + "\"},\"subject\":{\"reference\":\"Patient/" + patient
                + "\"}}";
    }

    private static String id(HttpResponse<String> created) {
        return created.headers().firstValue("Location").orElseThrow().replaceAll(".*/([^/]+)/_history/.*", "$1");
    }

    private String first(String search) {
        return Answers.bundle(STRAND.get(loader, search + "&_count=1"))
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
    }
}
