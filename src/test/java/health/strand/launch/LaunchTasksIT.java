package health.strand.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import health.strand.profiles.CodeSystems;
import health.strand.server.RunningStrand;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UrlType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tasks that ask somebody to open an app. */
class LaunchTasksIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String HL7 = "http://hl7.org/fhir/smart-app-launch/StructureDefinition/";
    private static final UrlType APP = new UrlType("https://planner.example.org/launch");

    private final List<String> stored = new ArrayList<>();

    @AfterEach
    void clear() {
        stored.forEach(task -> STRAND.delete(STRAND.token("loader"), task));
    }

    private static CodeableConcept code(String code) {
        return new CodeableConcept(new Coding(CodeSystems.SMART, code, null));
    }

    private static Task task(String kind, String persona) {
        Task task = new Task();
        task.setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.PROPOSAL).setCode(code(kind));
        task.setFor(new Reference("Patient/" + STRAND.id(persona)));
        return task;
    }

    private static Task with(Task task, String kind, Type value) {
        task.addInput().setType(code(kind)).setValue(value.copy());
        return task;
    }

    private static Task good(String kind, String persona) {
        return with(task(kind, persona), "smartonfhir-application", APP);
    }

    private HttpResponse<String> store(String persona, Task task) {
        HttpResponse<String> answer = STRAND.post(
                STRAND.token(persona),
                "Task",
                FhirContext.forR4Cached().newJsonParser().encodeResourceToString(task));
        answer.headers()
                .firstValue("Location")
                .map(location -> location.replaceAll(".*/(Task/[^/]+).*", "$1"))
                .ifPresent(stored::add);
        return answer;
    }

    private String stored(Task task) {
        HttpResponse<String> answer = store("loader", task);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return stored.get(stored.size() - 1);
    }

    @Test
    void keepsATaskForTheClinicianWhoTreatsThePatient() {
        for (String kind : List.of("launch-app-ehr", "launch-app-standalone")) {
            Task task = with(good(kind, "ana"), "smartonfhir-appcontext", new StringType("{\"grid\":0.5}"));
            HttpResponse<String> answer = store("sora", task);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);

            HttpResponse<String> read = STRAND.get(STRAND.token("sora"), stored.get(stored.size() - 1));
            assertThat(read.statusCode()).isEqualTo(200);
            Task back = FhirContext.forR4Cached().newJsonParser().parseResource(Task.class, read.body());
            assertThat(back.getInput()).hasSize(2);
            assertThat(back.getInputFirstRep().getValue().primitiveValue()).isEqualTo(APP.getValue());
            assertThat(STRAND.get(STRAND.token("sora"), "Task?code=" + CodeSystems.SMART + "%7C" + kind)
                            .body())
                    .contains(back.getIdElement().getIdPart());
        }
    }

    @Test
    void hidesATaskFromThoseWhoDoNot() {
        String hidden = stored(good("launch-app-ehr", "kim"));

        assertThat(STRAND.get(STRAND.token("sora"), hidden).statusCode()).isEqualTo(404);
        assertThat(STRAND.get(STRAND.token("sora"), "Task?code=launch-app-ehr").body())
                .doesNotContain(hidden.substring("Task/".length()));
        assertThat(STRAND.get(STRAND.token("mia"), hidden).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesATaskThatDoesNotSayWhichApp() {
        Task none = task("launch-app-ehr", "ana");
        Task two = with(good("launch-app-ehr", "ana"), "smartonfhir-application", APP);
        Task named = with(task("launch-app-standalone", "ana"), "smartonfhir-application", new StringType("planner"));
        Task context = with(good("launch-app-standalone", "ana"), "smartonfhir-appcontext", APP);

        for (Task bad : List.of(none, two, named, context)) {
            HttpResponse<String> answer = store("sora", bad);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("Task.input");
        }
    }

    @Test
    void holdsATaskThatDeclaresTheStandardsProfileAgainstIt() {
        Task good = good("launch-app-ehr", "ana");
        good.getMeta().addProfile(HL7 + "task-ehr-launch");
        Task bad = task("launch-app-ehr", "ana");
        bad.getMeta().addProfile(HL7 + "task-ehr-launch");

        assertThat(store("sora", bad).statusCode()).isEqualTo(422);
        assertThat(store("sora", good).statusCode()).isEqualTo(201);
    }
}
