package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.demo.PersonaLogin;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records opened in an emergency: what opens, what stays closed, who is told, and that nothing else can be learned. */
class EmergencyIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String WHY = "she reacts to the anaesthetic and cannot answer";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");

    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("emergency", "a patient", List.of()));
    private final String patient = world.item("patient");
    private final String ito = fresh("ito");
    private final Trail trail = new Trail(STRAND);

    @AfterEach
    void endAll() {
        endAll(trail);
    }

    static void endAll(Trail trail) {
        endGrants(trail);
        trail.owner().update("delete from strand.emergency");
    }

    /** As when the hour is over. */
    private static void endGrants(Trail trail) {
        trail.owner()
                .update("update strand.granted g set until = now() from strand.audience a"
                        + " where a.number = g.audience and a.purpose = 'BTG' and g.until > now()");
    }

    /** Opening takes a log-in of the last five minutes, and tokens are remembered for longer. */
    static String fresh(String persona) {
        return new PersonaLogin(STRAND.parts().keycloakAccess().issuer(), STRAND.base())
                .strongly()
                .accessToken(persona, "openid fhirUser user/*.cruds");
    }

    private static HttpResponse<String> open(String token, String patient, String reason, String explanation) {
        return STRAND.post(
                token,
                patient + "/$break-glass",
                ("{'resourceType':'Parameters','parameter':[{'name':'reason','valueCode':'" + reason
                                + "'},{'name':'explanation','valueString':'" + explanation + "'}]}")
                        .replace('\'', '"'));
    }

    static HttpResponse<String> open(String token, String patient) {
        return open(token, patient, "allergic-reaction", WHY);
    }

    private HttpResponse<String> open() {
        HttpResponse<String> opened = open(ito, patient);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        return opened;
    }

    private int status(String token, String path) {
        return STRAND.get(token, path).statusCode();
    }

    private List<JsonNode> found(String token, String search) {
        JsonNode bundle = Answers.json(STRAND.get(token, search));
        return StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .map(each -> each.path("resource"))
                .toList();
    }

    /** The Tasks of the reviews of this patient's emergencies, as far as the officer or somebody else sees them. */
    private List<JsonNode> tasks(String token) {
        return parts(STRAND.token("dara"), "Patient/$emergencies").stream()
                .filter(each -> each.contains(patient.substring("Patient/".length())))
                .map(each -> each.replaceAll(".*(urn:uuid:[-0-9a-f]+).*", "$1"))
                .flatMap(each -> found(token, "Task?identifier=urn:ietf:rfc:3986%7C" + each).stream())
                .toList();
    }

    private static List<String> parts(String token, String path) {
        JsonNode parameters = Answers.json(STRAND.get(token, path));
        return StreamSupport.stream(parameters.path("parameter").spliterator(), false)
                .map(JsonNode::toString)
                .toList();
    }

    /** S59, S62. */
    @Test
    void opensWhatIsNeededAndNothingElse() {
        assertThat(status(ito, world.item("density"))).isEqualTo(404);

        HttpResponse<String> opened = open();

        assertThat(opened.body()).contains("Pictures of faces, genetic data");
        for (String item : List.of("patient", "density", "study", "encounter", "file")) {
            assertThat(status(ito, world.item(item))).as(item).isEqualTo(200);
        }
        for (String item : List.of("marker", "family")) {
            assertThat(status(ito, world.item(item))).as(item).isEqualTo(404);
        }
        assertThat(found(ito, "Observation?patient=" + patient)).hasSize(1);
        assertThat(status(ito, patient + "/$everything")).isEqualTo(404);
        assertThat(status(ito, world.item("density") + "/_history")).isEqualTo(200);
    }

    @Test
    void opensNothingForWriting() {
        open();
        String body = STRAND.get(ito, world.item("density")).body();
        assertThat(STRAND.put(ito, world.item("density"), body.replace("181", "182"))
                        .statusCode())
                .isBetween(400, 499);
        String another = "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},\"subject\":"
                + "{\"reference\":\"" + patient + "\"}}";
        assertThat(STRAND.post(ito, "Observation", another).statusCode()).isBetween(400, 499);
        STRAND.delete(ito, world.item("density"));
        assertThat(STRAND.get(STRAND.token("sora"), world.item("density")).body())
                .contains("181");
    }

    @Test
    void opensItForNobodyElseAndForNoWeakerLogIn() {
        open();
        String weak = new PersonaLogin(STRAND.parts().keycloakAccess().issuer(), STRAND.base())
                .accessToken("ito", "openid fhirUser user/*.cruds");
        assertThat(status(weak, world.item("density"))).isEqualTo(404);
        assertThat(status(STRAND.token("bo"), world.item("density"))).isEqualTo(404);
    }

    @Test
    void tellsThePatientAndTheOfficerAtOnce() {
        open();
        String owner = STRAND.tokenOfPatient(patient);
        String dara = STRAND.token("dara");

        JsonNode notice = found(owner, "Communication").get(0);
        assertThat(notice.at("/category/0/coding/0/code").asText()).isEqualTo("rights-emergency-access");
        assertThat(notice.at("/about/0/reference").asText()).isEqualTo("Practitioner/" + STRAND.id("ito"));
        JsonNode task = tasks(dara).get(0);
        assertThat(task.at("/code/coding/0/code").asText()).isEqualTo("rights-emergency-review");
        assertThat(task.path("priority").asText()).isEqualTo("urgent");
        assertThat(task.toString()).doesNotContain(WHY);
        for (String other : List.of("sora", "ito")) {
            assertThat(tasks(STRAND.token(other))).as(other).isEmpty();
            assertThat(found(STRAND.token(other), "Communication")).as(other).isEmpty();
        }
        for (String reader : List.of(owner, dara)) {
            JsonNode listed = Answers.json(STRAND.get(reader, patient + "/$emergencies"));
            assertThat(listed.toString()).contains(WHY, "allergic-reaction", STRAND.id("ito"));
        }
        assertThat(STRAND.get(STRAND.token("sora"), patient + "/$emergencies").statusCode())
                .isEqualTo(403);
        assertThat(STRAND.get(STRAND.token("ana"), patient + "/$emergencies").body())
                .doesNotContain(WHY);
    }

    @Test
    void recordsWhatIsReadAsReadInAnEmergency() {
        HttpResponse<String> opened = open();
        HttpResponse<String> read = STRAND.get(ito, world.item("density"));
        for (HttpResponse<String> each : List.of(opened, read)) {
            assertThat(trail.of(each).get(0).path("purposes").toString()).isEqualTo("[\"BTG\"]");
            assertThat(trail.of(each).get(0).path("patient").asText()).isEqualTo(patient.substring(8));
        }
        HttpResponse<String> other = STRAND.get(ito, "Practitioner/" + STRAND.id("ito"));
        assertThat(trail.of(other).get(0).path("purposes").toString()).doesNotContain("BTG");
    }

    /** S60, S61. */
    @Test
    void refusesEverythingElseAlike() {
        HttpResponse<String> unknown = open(ito, "Patient/4d5f1f1e-0000-4000-8000-0123456789ab", "other", WHY);
        assertThat(unknown.statusCode()).isEqualTo(403);
        for (HttpResponse<String> each : List.of(
                open(ito, patient, "other", "too short"),
                open(ito, patient, "curiosity", WHY),
                open(ito, "Patient/-", "other", WHY),
                open(fresh("rex"), patient, "other", WHY),
                STRAND.post(ito, patient + "/$break-glass", "{\"resourceType\":\"Parameters\"}"))) {
            assertThat(each.statusCode()).as(each.body()).isEqualTo(403);
            assertThat(nameless(each)).isEqualTo(nameless(unknown));
        }
        for (String persona : List.of("mia", "dara")) {
            assertThat(open(STRAND.token(persona), patient, "other", WHY).statusCode())
                    .isEqualTo(403);
        }
        assertThat(status(ito, world.item("density"))).isEqualTo(404);
        assertThat(trail.owner().queryForObject("select count(*) from strand.emergency", Integer.class))
                .isZero();
    }

    static String nameless(HttpResponse<String> answer) {
        return ID.matcher(answer.body()).replaceAll("id");
    }

    @Test
    void takesAStrongLogInOfAMomentAgo() {
        String weak = new PersonaLogin(STRAND.parts().keycloakAccess().issuer(), STRAND.base())
                .accessToken("ito", "openid fhirUser user/*.rs");
        for (String whose : List.of(patient, "Patient/4d5f1f1e-0000-4000-8000-0123456789ab")) {
            HttpResponse<String> answer = open(weak, whose, "other", WHY);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("insufficient_user_authentication", "acr_values=\"strong\"", "max_age=\"300\"");
        }
    }

    /** L52. */
    @Test
    void takesAsLongForWhoKeepsAllClosedAsForNobody() {
        CaseWorld closed = closedInEmergenciesToo();

        PairedTimes.areAlike(
                () -> assertThat(open(ito, closed.item("patient"), "other", WHY).statusCode())
                        .isEqualTo(403),
                () -> assertThat(open(ito, "Patient/" + UUID.randomUUID(), "other", WHY)
                                .statusCode())
                        .isEqualTo(403));
        closed.withdrawAll();
    }

    private static CaseWorld closedInEmergenciesToo() {
        return new CaseWorld(
                STRAND,
                AccessCase.world("closed", "nobody else, never", List.of(Map.of("deny", Map.of("purpose", "BTG")))));
    }

    /** S63. */
    @Test
    void leavesClosedWhatIsClosedInEmergenciesToo() {
        CaseWorld closed = closedInEmergenciesToo();
        HttpResponse<String> unknown = open(ito, "Patient/4d5f1f1e-0000-4000-8000-0123456789ab", "other", WHY);
        HttpResponse<String> opened = open(ito, closed.item("patient"), "other", WHY);

        assertThat(opened.statusCode()).isEqualTo(403);
        assertThat(nameless(opened)).isEqualTo(nameless(unknown));
        assertThat(status(ito, closed.item("density"))).isEqualTo(404);
        String owner = STRAND.tokenOfPatient(closed.item("patient"));
        assertThat(STRAND.get(
                                owner,
                                "AuditEvent?subtype=https://strand.health/fhir/OperationDefinition/break-glass&outcome=8")
                        .body())
                .contains("emergency-not-opened");
        assertThat(found(owner, "Communication")).isEmpty();
    }

    /** S64. */
    @Test
    void isOverAfterAnHourWithItsPageLinks() {
        open();
        HttpResponse<String> second = STRAND.post(
                STRAND.token("loader"),
                "Observation",
                STRAND.get(STRAND.token("loader"), world.item("density")).body());
        assertThat(second.statusCode()).isEqualTo(201);
        JsonNode first = Answers.json(STRAND.get(ito, "Observation?_count=1&patient=" + patient));
        String next = StreamSupport.stream(first.path("link").spliterator(), false)
                .filter(link -> link.path("relation").asText().equals("next"))
                .map(link -> link.path("url").asText())
                .findFirst()
                .orElseThrow();
        assertThat(status(ito, next)).isEqualTo(200);
        trail.owner()
                .update("update strand.emergency set starts = starts - interval '61 minutes',"
                        + " until = until - interval '61 minutes'");
        endGrants(trail);

        assertThat(status(ito, world.item("density"))).isEqualTo(404);
        assertThat(status(ito, next)).isEqualTo(410);
        open();
        assertThat(status(ito, world.item("density"))).isEqualTo(200);
    }

    @Test
    void isOverWhenTheReviewFindsNoNeedAndOpensNothingUntilThatIsSettled() {
        open();
        String dara = STRAND.token("dara");
        String task = "Task/" + tasks(dara).get(0).path("id").asText();
        assertThat(review(STRAND.token("sora"), task, "justified")).isBetween(400, 499);
        assertThat(review(dara, task, "perhaps")).isEqualTo(400);

        assertThat(review(dara, task, "unjustified")).isEqualTo(200);

        assertThat(status(ito, world.item("density"))).isEqualTo(404);
        assertThat(open(ito, patient, "other", WHY).statusCode()).isEqualTo(403);
        String owner = STRAND.tokenOfPatient(patient);
        assertThat(found(owner, "Communication")).hasSize(2);
        JsonNode ended = Answers.json(STRAND.get(owner, task));
        assertThat(ended.path("status").asText()).isEqualTo("completed");
        assertThat(ended.at("/businessStatus/coding/0/code").asText()).isEqualTo("unjustified");
        assertThat(Answers.json(STRAND.get(owner, patient + "/$emergencies")).toString())
                .contains("unjustified");

        assertThat(review(dara, task, "justified")).isEqualTo(200);
        assertThat(open(ito, patient, "other", WHY).statusCode()).isEqualTo(200);
    }

    private static int review(String token, String task, String outcome) {
        return STRAND.post(
                        token,
                        task + "/$review",
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"outcome\",\"valueCode\":\""
                                + outcome + "\"}]}")
                .statusCode();
    }

    @Test
    void callsTheFourthInADayUrgent() {
        for (int time = 0; time < 4; time++) {
            open();
            trail.owner().update("update strand.emergency set until = now() where until > now()");
        }
        List<String> priorities = tasks(STRAND.token("dara")).stream()
                .map(each -> each.path("priority").asText())
                .toList();
        assertThat(priorities).containsExactly("urgent", "urgent", "urgent", "stat");
    }

    @Test
    void isOpenedOnceHoweverOftenItIsAskedFor() {
        String until = open().body();
        assertThat(open().body()).isEqualTo(until);
        assertThat(tasks(STRAND.token("dara"))).hasSize(1);
    }

    /** S65. */
    @Test
    void saysOnEveryAnswerToStaffThatThereIsSuchAThing() {
        String notice = link(STRAND.get(ito, world.item("density")));
        assertThat(notice).contains("break-glass");
        assertThat(link(STRAND.get(STRAND.token("sora"), world.item("density"))))
                .isEqualTo(notice);
        assertThat(link(STRAND.get(STRAND.token("sora"), "Observation?patient=" + patient)))
                .isEqualTo(notice);
        assertThat(link(STRAND.get(STRAND.token("mia"), "Patient"))).isEqualTo(notice);
        assertThat(link(STRAND.get(STRAND.token("ana"), "Patient"))).isEmpty();
    }

    private static String link(HttpResponse<String> answer) {
        return answer.headers().firstValue("Link").orElse("");
    }

    @Test
    void isOverWhenTheRoleIs() {
        open();
        JsonNode held = found(STRAND.token("loader"), "PractitionerRole?practitioner=Practitioner/" + STRAND.id("ito"))
                .get(0);
        String role = held.toString();
        String path = "PractitionerRole/" + held.path("id").asText();
        try {
            assertThat(STRAND.put(STRAND.token("loader"), path, role.replace("\"active\":true", "\"active\":false"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(status(ito, world.item("density"))).isIn(403, 404);
        } finally {
            assertThat(STRAND.put(STRAND.token("loader"), path, role).statusCode())
                    .isEqualTo(200);
        }
    }
}
