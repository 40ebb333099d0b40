package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.demo.PersonaLogin;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cases of the privacy officer: what one opens, that it ends, and who is told. */
class PrivacyCaseIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String WHY = "the patient asks who looked at the scan of Monday";

    private final CaseWorld world =
            new CaseWorld(STRAND, AccessCase.world("case", "nobody else", List.of(Map.of("deny", Map.of()))));
    private final String patient = world.item("patient");
    private final String dara = fresh("dara");

    /** Opening takes a log-in of the last five minutes, and tokens are remembered for longer. */
    private static String fresh(String persona) {
        return new PersonaLogin(STRAND.parts().keycloakAccess().issuer(), STRAND.base())
                .strongly()
                .accessToken(persona, "openid fhirUser user/*.cruds");
    }

    /** Another test counts what waits for the officer. */
    @AfterEach
    void closeAll() {
        entries(dara, "Task?code=rights-case&status=in-progress")
                .forEach(each -> close(each.path("id").asText()));
        world.withdrawAll();
    }

    private static HttpResponse<String> open(String token, String patient, String reason, String explanation) {
        return STRAND.post(
                token,
                patient + "/$open-case",
                ("{'resourceType':'Parameters','parameter':[{'name':'reason','valueCode':'" + reason
                                + "'},{'name':'explanation','valueString':'" + explanation + "'}]}")
                        .replace('\'', '"'));
    }

    /** The id of its Task. */
    private String open() {
        HttpResponse<String> opened = open(dara, patient, "complaint", WHY);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        return Answers.json(opened).at("/parameter/0/resource/id").asText();
    }

    private HttpResponse<String> close(String task) {
        return STRAND.post(dara, "Task/" + task + "/$close-case", "{\"resourceType\":\"Parameters\"}");
    }

    private static int status(String token, String path) {
        return STRAND.get(token, path).statusCode();
    }

    private static List<JsonNode> entries(String token, String search) {
        JsonNode bundle = Answers.json(STRAND.get(token, search));
        return StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .map(each -> each.path("resource"))
                .toList();
    }

    /** S12. */
    @Test
    void opensOneRecordForReadingUntilItIsClosed() {
        String density = world.item("density");
        String search = "Observation?patient=" + patient;
        assertThat(status(dara, density)).isEqualTo(404);
        assertThat(status(dara, patient + "/$everything")).isEqualTo(404);
        assertThat(entries(dara, search)).isEmpty();
        assertThat(status(dara, world.consents().get(0))).isEqualTo(200);
        assertThat(entries(dara, "AuditEvent?patient=" + patient + "&_count=1")).hasSize(1);

        String task = open();

        for (String item : List.of("patient", "density", "study", "file", "marker")) {
            assertThat(status(dara, world.item(item))).as(item).isEqualTo(200);
        }
        assertThat(entries(dara, search)).isNotEmpty();
        assertThat(status(dara, patient + "/$everything")).isEqualTo(200);
        assertThat(status(dara, "Appointment?patient=" + patient)).isEqualTo(403);

        assertThat(close(task).statusCode()).isEqualTo(200);

        assertThat(status(dara, density)).isEqualTo(404);
        assertThat(entries(dara, search)).isEmpty();
        assertThat(status(dara, patient)).isEqualTo(404);
    }

    @Test
    void opensNoOtherRecordToNobodyElseAndNothingForWriting() {
        CaseWorld other = new CaseWorld(STRAND, AccessCase.world("case-other", "another patient", List.of()));
        open();
        assertThat(status(dara, other.item("density"))).isEqualTo(404);
        for (String who : List.of("sora", "ito", "rex", "mia")) {
            assertThat(status(STRAND.token(who), world.item("density"))).as(who).isIn(403, 404);
        }
        String body = STRAND.get(dara, world.item("density")).body();
        assertThat(STRAND.put(dara, world.item("density"), body.replace("181", "182"))
                        .statusCode())
                .isEqualTo(403);
        STRAND.delete(dara, world.item("density"));
        assertThat(status(dara, world.item("density"))).isEqualTo(200);
    }

    @Test
    void tellsThePatientWhoOpenedItAndWhyAndThatItIsOver() {
        String task = open();
        String owner = STRAND.tokenOfPatient(patient);

        JsonNode notice = entries(owner, "Communication").get(0);
        assertThat(notice.at("/category/0/coding/0/code").asText()).isEqualTo("rights-case-access");
        assertThat(notice.at("/about/0/reference").asText()).isEqualTo("Practitioner/" + STRAND.id("dara"));
        assertThat(notice.at("/about/1/reference").asText()).isEqualTo("Task/" + task);
        JsonNode told = Answers.json(STRAND.get(owner, "Task/" + task));
        assertThat(told.path("description").asText()).isEqualTo(WHY);
        assertThat(told.at("/reasonCode/coding/0/code").asText()).isEqualTo("complaint");
        for (String who : List.of("sora", "rex")) {
            assertThat(status(STRAND.token(who), "Task/" + task)).as(who).isIn(403, 404);
        }
        JsonNode summary = Answers.json(STRAND.get(owner, patient + "/$privacy-summary"));
        assertThat(summary.toString()).contains("case-open");
        int counted = counted();

        close(task);

        assertThat(entries(owner, "Communication")).hasSize(2);
        assertThat(Answers.json(STRAND.get(owner, "Task/" + task))
                        .path("status")
                        .asText())
                .isEqualTo("completed");
        assertThat(counted()).isEqualTo(counted - 5);
        summary = Answers.json(STRAND.get(owner, patient + "/$privacy-summary"));
        assertThat(summary.toString()).doesNotContain("case-open");
    }

    /** Of how many classes of data the officer is told how much there is. */
    private int counted() {
        return STRAND.get(dara, patient + "/$privacy-summary").body().split("\"items\"", -1).length;
    }

    @Test
    void recordsThatItWasOpenedWhatWasReadAndThatItWasClosed() {
        Trail trail = new Trail(STRAND);
        String id = patient.substring("Patient/".length());
        HttpResponse<String> opened = open(dara, patient, "review", WHY);
        HttpResponse<String> read = STRAND.get(dara, world.item("density"));
        HttpResponse<String> closed =
                close(Answers.json(opened).at("/parameter/0/resource/id").asText());

        for (HttpResponse<String> each : List.of(opened, read, closed)) {
            assertThat(trail.of(each)).hasSize(1);
            assertThat(trail.of(each).get(0).path("patient").asText()).isEqualTo(id);
            assertThat(trail.of(each).toString()).doesNotContain(WHY);
        }
    }

    @Test
    void isOneHoweverOftenItIsOpened() {
        assertThat(open()).isEqualTo(open());
        assertThat(entries(dara, "Task?code=rights-case&status=in-progress")).hasSize(1);
    }

    /** Only the operation makes a Task that opens anything. */
    @Test
    void isNoTaskThatSomebodyElseWrote() {
        CaseWorld other = new CaseWorld(STRAND, AccessCase.world("case-made-up", "another patient", List.of()));
        String task = ("{'resourceType':'Task','status':'in-progress','intent':'order','code':{'coding':"
                        + "[{'system':'https://strand.health/fhir/CodeSystem/task-kind','code':'rights-case'}]},'for':"
                        + "{'reference':'" + other.item("patient") + "'},'owner':{'reference':'Practitioner/"
                        + STRAND.id("dara")
                        + "'},'authoredOn':'2026-01-01T00:00:00Z','description':'made up','performerType':[{'coding':"
                        + "[{'system':'https://strand.health/fhir/CodeSystem/clinic-role','code':'privacy-officer'}]}]}")
                .replace('\'', '"');
        HttpResponse<String> stored = STRAND.post(STRAND.token("loader"), "Task", task);
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        String id = Answers.json(stored).path("id").asText();

        assertThat(status(dara, other.item("density"))).isEqualTo(404);
        assertThat(close(id).statusCode()).isEqualTo(404);
        STRAND.delete(STRAND.token("loader"), "Task/" + id);
    }

    @Test
    void isClosedOnce() {
        String task = open();
        close(task);
        assertThat(close(task).statusCode()).isEqualTo(200);
        assertThat(entries(STRAND.tokenOfPatient(patient), "Communication")).hasSize(2);
    }

    @Test
    void isRefusedWithoutAReasonAndToEverybodyElse() {
        for (HttpResponse<String> each :
                List.of(open(dara, patient, "curiosity", WHY), open(dara, patient, "complaint", "too short"))) {
            assertThat(each.statusCode()).as(each.body()).isEqualTo(400);
            assertThat(each.body()).contains("rights-request");
        }
        assertThat(open(dara, "Patient/" + UUID.randomUUID(), "complaint", WHY).statusCode())
                .isEqualTo(404);
        for (String persona : List.of("sora", "rex", "mia", "bo")) {
            assertThat(open(fresh(persona), patient, "complaint", WHY).statusCode())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(open(STRAND.tokenOfPatient(patient), patient, "complaint", WHY)
                        .statusCode())
                .isEqualTo(403);
        assertThat(status(dara, world.item("density"))).isEqualTo(404);
    }

    @Test
    void takesAStrongLogInOfAMomentAgo() {
        String weak = new PersonaLogin(STRAND.parts().keycloakAccess().issuer(), STRAND.base())
                .accessToken("dara", "openid fhirUser user/*.rs");
        for (String whose : List.of(patient, "Patient/" + UUID.randomUUID())) {
            HttpResponse<String> answer = open(weak, whose, "complaint", WHY);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("max_age=\"300\"");
        }
    }
}
