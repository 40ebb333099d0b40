package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The desk knows who is expected, and finds nobody else by searching (L59). */
class DeskIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String BORN = "1987-05-04";

    private final String loader = STRAND.token("loader");
    private final String rex = STRAND.token("rex");
    private final String family = "Desk" + UUID.randomUUID().toString().replace("-", "");

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private String create(String token, String type, String body) {
        HttpResponse<String> answer = STRAND.post(token, type, json(body));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return type + "/" + Answers.json(answer).at("/id").asText();
    }

    private String patient(String token) {
        return create(token, "Patient", described(family, BORN));
    }

    private static String described(String family, String born) {
        return "{'resourceType':'Patient','name':[{'family':'" + family + "','given':['Kai']}],'birthDate':'" + born
                + "','telecom':[{'system':'phone','value':'+49 " + family.hashCode() + "'}]}";
    }

    private HttpResponse<String> match(String token, String patient) {
        return STRAND.post(
                token,
                "Patient/$match",
                json("{'resourceType':'Parameters','parameter':[{'name':'resource','resource':" + patient + "}]}"));
    }

    private int found(String token) {
        return Answers.json(STRAND.get(token, "Patient?family=" + family + "&_summary=count"))
                .at("/total")
                .asInt();
    }

    @Test
    void findsNobodyWhoIsNotExpected() {
        String patient = patient(loader);

        assertThat(found(rex)).isZero();
        assertThat(Answers.normal(STRAND.get(rex, patient), patient))
                .isEqualTo(Answers.normal(STRAND.get(rex, "Patient/never-was"), "Patient/never-was"));

        String appointment = create(
                loader,
                "Appointment",
                "{'resourceType':'Appointment','status':'booked','start':'2999-01-01T10:00:00Z','end':'2999-01-01T11:00:00Z',"
                        + "'participant':[{'actor':{'reference':'" + patient + "'},'status':'accepted'}]}");
        assertThat(found(rex)).isEqualTo(1);
        assertThat(STRAND.get(rex, appointment).statusCode()).isEqualTo(200);

        assertThat(STRAND.delete(loader, appointment).statusCode()).isIn(200, 204);
        assertThat(found(rex)).isZero();
        assertThat(STRAND.get(rex, appointment).statusCode()).isEqualTo(404);
    }

    @Test
    void findsByTwoExactFactsWhoIsAtTheDesk() {
        String patient = patient(loader);

        HttpResponse<String> wrong = match(rex, described(family, "1987-05-05"));
        HttpResponse<String> nobody = match(rex, described("Never" + UUID.randomUUID(), BORN));
        assertThat(wrong.statusCode()).isEqualTo(200);
        assertThat(Answers.normal(wrong)).isEqualTo(Answers.normal(nobody));
        assertThat(Answers.json(wrong).at("/total").asInt()).isZero();
        assertThat(found(rex)).isZero();

        HttpResponse<String> right = match(rex, described(family, BORN));
        assertThat(right.statusCode()).as(right.body()).isEqualTo(200);
        assertThat(Answers.json(right).at("/entry/0/resource/id").asText()).isEqualTo(patient.replace("Patient/", ""));
        assertThat(right.body()).contains("match-grade", "certain");
        assertThat(found(rex)).isEqualTo(1);
        String events = "AuditEvent?patient=" + patient + "&_count=50";
        assertThat(STRAND.get(STRAND.tokenOfPatient(patient), events).body()).contains("OperationDefinition/match");
    }

    @Test
    void takesNoSingleFactAndNothingElse() {
        for (String little : List.of(
                "{'resourceType':'Patient'}",
                "{'resourceType':'Patient','birthDate':'" + BORN + "'}",
                "{'resourceType':'Patient','name':[{'family':'" + family + "'}],'birthDate':'" + BORN + "'}",
                "{'resourceType':'Basic','code':{'text':'x'}}")) {
            assertThat(match(rex, little).statusCode()).as(little).isEqualTo(422);
        }
        assertThat(STRAND.post(rex, "Patient/$match", "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void isForNobodyButTheDesk() {
        patient(loader);
        for (String persona : List.of("sora", "mia", "gil", "dara", "ana", "adz", "loader")) {
            assertThat(match(STRAND.token(persona), described(family, BORN)).statusCode())
                    .as(persona)
                    .isEqualTo(403);
        }
        assertThat(found(rex)).isZero();
    }

    /** A patient of the test's name and birthday who lets nothing be seen at the desk. */
    private CaseWorld closedToTheDesk() {
        CaseWorld world =
                new CaseWorld(STRAND, AccessCase.world("desk", "", List.of(Map.of("deny", Map.of("actor", "rex")))));
        String patient = world.item("patient");
        String id = patient.replace("Patient/", "");
        HttpResponse<String> stored = STRAND.put(
                loader, patient, json(described(family, BORN)).replaceFirst("\\{", "{\"id\":\"" + id + "\","));
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        return world;
    }

    /** L52. To decide about somebody takes a while, and how long an answer takes must not tell that it was done. */
    @Test
    void takesAsLongForWhoKeepsTheRecordClosedAsForNobody() {
        CaseWorld world = closedToTheDesk();

        PairedTimes.areAlike(
                () -> assertFound(0, described(family, BORN)),
                () -> assertFound(0, described("Never" + UUID.randomUUID(), BORN)));
        world.withdrawAll();
    }

    private void assertFound(int total, String patient) {
        assertThat(Answers.json(match(rex, patient)).at("/total").asInt()).isEqualTo(total);
    }

    @Test
    void findsNobodyWhoKeepsTheRecordClosedToTheDesk() {
        CaseWorld world = closedToTheDesk();
        String patient = world.item("patient");

        HttpResponse<String> closed = match(rex, described(family, BORN));

        assertThat(Answers.normal(closed))
                .isEqualTo(Answers.normal(match(rex, described("Never" + UUID.randomUUID(), BORN))));
        world.withdrawAll();
        assertThat(STRAND.get(rex, patient).statusCode()).isEqualTo(404);
        assertThat(Answers.json(match(rex, described(family, BORN)))
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void knowsWhomItRegistersAndBooksThem() {
        String patient = patient(rex);

        assertThat(STRAND.get(rex, patient).statusCode()).isEqualTo(200);
        String appointment = create(
                rex,
                "Appointment",
                "{'resourceType':'Appointment','status':'booked','start':'2999-01-01T10:00:00Z','end':'2999-01-01T11:00:00Z',"
                        + "'participant':[{'actor':{'reference':'" + patient + "'},'status':'accepted'}]}");
        assertThat(STRAND.get(rex, appointment).body()).contains(patient);
    }

    @Test
    void entersNoRecordByWritingIntoIt() {
        String patient = patient(loader);
        String id = patient.replace("Patient/", "");
        String body = json(described(family, BORN)).replaceFirst("\\{", "{\"id\":\"" + id + "\",");

        String before = STRAND.get(loader, patient).body();

        assertThat(STRAND.put(rex, patient, body).statusCode()).isGreaterThanOrEqualTo(400);

        assertThat(STRAND.get(loader, patient).body()).isEqualTo(before);
        assertThat(STRAND.get(rex, patient).statusCode()).isEqualTo(404);
        assertThat(found(rex)).isZero();
    }

    @Test
    void seesSlotsAndSchedulesWhichAreAboutNobody() {
        String schedule = create(
                loader,
                "Schedule",
                "{'resourceType':'Schedule','actor':[{'reference':'Practitioner/" + STRAND.id("ito") + "'}]}");

        assertThat(STRAND.get(rex, schedule).statusCode()).isEqualTo(200);
        assertThat(STRAND.get(STRAND.token("sora"), schedule).statusCode()).isEqualTo(404);
    }
}
