package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By when a request under data-protection law must be answered, as the law of the clinic has it. */
class RequestClockIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String PERIOD = ",'restriction':{'period':{'end':'%s'}}";

    private final String loader = STRAND.token("loader");
    private final String patient =
            new CaseWorld(STRAND, AccessCase.world("clock", "a patient", List.of())).item("patient");

    private String request(String made, String rest) {
        return """
                {'resourceType':'Task','status':'requested','intent':'order','code':{'coding':[{
                'system':'https://strand.health/fhir/CodeSystem/task-kind','code':'rights-access'}]},
                'for':{'reference':'%1$s'},'authoredOn':'%2$s','requester':{'reference':'%1$s'}%3$s}
                """.formatted(patient, made, rest).replace('\'', '"');
    }

    private static String due(LocalDate day) {
        return PERIOD.formatted(day);
    }

    private static String day(HttpResponse<String> answer) {
        return Answers.json(answer).at("/restriction/period/end").asText();
    }

    private HttpResponse<String> put(String task, String body) {
        return STRAND.put(loader, task, body.replaceFirst("\\{", "{\"id\":\"" + task.substring(5) + "\","));
    }

    private static void refuses(HttpResponse<String> answer, String rule, String text) {
        JsonNode issue = Answers.json(answer).at("/issue/0");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(issue.at("/details/text").asText()).isEqualTo(rule);
        assertThat(issue.path("diagnostics").asText()).contains(text);
    }

    private String stored(LocalDate made) {
        HttpResponse<String> answer = STRAND.post(loader, "Task", request(made.toString(), ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(day(answer)).isEqualTo(made.plusMonths(1).toString());
        return "Task/" + Answers.json(answer).path("id").asText();
    }

    @Test
    void isSetByTheServerAndNoLaterThanTheLawGives() {
        LocalDate today = LocalDate.now();
        String law = "European Union, GDPR Art. 12(3)";
        String task = stored(today);

        assertThat(day(put(task, request(today.toString(), ""))))
                .as("kept")
                .isEqualTo(today.plusMonths(1).toString());
        refuses(
                STRAND.post(
                        loader,
                        "Task",
                        request(today.toString(), due(today.plusMonths(1).plusDays(1)))),
                "hr-rights-3",
                law);
        refuses(
                STRAND.post(loader, "Task", request(today.plusDays(3).toString(), "")),
                "hr-rights-2",
                "not made in the future");
        refuses(put(task, request(today.minusDays(3).toString(), "")), "hr-rights-2", "stays");
    }

    @Test
    void isPutOffOnceWithAReason() {
        LocalDate today = LocalDate.now();
        String task = stored(today);
        String reason = ",'statusReason':{'text':'there are very many pictures'}";

        refuses(put(task, request(today.toString(), due(today.plusMonths(2)))), "hr-rights-3", "`statusReason`");
        refuses(
                put(task, request(today.toString(), due(today.plusMonths(3).plusDays(1)) + reason)),
                "hr-rights-3",
                "GDPR Art. 12(3)");
        HttpResponse<String> later = put(task, request(today.toString(), due(today.plusMonths(2)) + reason));
        assertThat(later.statusCode()).as(later.body()).isEqualTo(200);
        refuses(put(task, request(today.toString(), due(today.plusMonths(3)) + reason)), "hr-rights-3", "once");
    }

    /** A patch has no body that is looked at before the transaction. */
    @Test
    void cannotBePatchedAway() {
        String task = stored(LocalDate.now());

        HttpResponse<String> patched = STRAND.send(STRAND.request(loader, task)
                .header("Content-Type", "application/json-patch+json")
                .method("PATCH", BodyPublishers.ofString("[{\"op\":\"remove\",\"path\":\"/restriction\"}]")));

        assertThat(patched.statusCode()).as(patched.body()).isEqualTo(200);
        assertThat(day(patched)).isEqualTo(LocalDate.now().plusMonths(1).toString());
    }
}
