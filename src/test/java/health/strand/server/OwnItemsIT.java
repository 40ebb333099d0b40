package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.profiles.CodeSystems;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is there for one reader of a record and not for another who sees the rest of it. */
class OwnItemsIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("items", "a patient", List.of()));
    private final String patient = world.item("patient");
    private final String owner = STRAND.tokenOfPatient(patient);
    private final String lab = STRAND.token("lab");

    /** S09. */
    @Test
    void showsALaboratoryByIdWhatItWasAskedForAndMadeAndNoOtherMarker() {
        String laboratory = "Organization/"
                + Answers.bundle(STRAND.get(
                                STRAND.token("loader"),
                                "Organization?identifier=" + CodeSystems.DEMO_IDENTIFIER + "%7Claboratory"))
                        .getEntryFirstRep()
                        .getResource()
                        .getIdElement()
                        .getIdPart();
        String order = created("ServiceRequest", """
                'status':'active','intent':'order','code':{'text':'marker'},'meta':{'security':[{'system':'%s','code':'GDIS'}]},
                'performer':[{'reference':'%s'}]""".formatted(CodeSystems.ACT_CODE, laboratory));
        String result = created("Observation", """
                'status':'final','code':{'text':'marker'},'meta':{'security':[{'system':'%s','code':'GDIS'}]},
                'performer':[{'reference':'%s'}]""".formatted(CodeSystems.ACT_CODE, laboratory));

        for (String own : List.of(order, result)) {
            for (String road : List.of(own, own + "/_history/1", own + "/_history")) {
                assertThat(STRAND.get(lab, road).statusCode()).as(road).isEqualTo(200);
            }
        }
        assertAbsent(lab, world.item("marker"));
        assertAbsent(lab, world.item("density"));
        assertAbsent(STRAND.token("sora"), result);
        assertThat(Answers.bundle(STRAND.get(lab, "Observation?_id=" + result.substring("Observation/".length())))
                        .getTotal())
                .isEqualTo(1);
    }

    /** S68: personal to the patient is not kept from who treats them. */
    @Test
    void showsTheCareTeamWhatIsPersonal() {
        String personal = created(
                "Observation",
                "'status':'final','code':{'text':'note'},'meta':{'security':[{'system':'" + CodeSystems.ACT_CODE
                        + "','code':'PRS'}]}");

        for (String reader : List.of(owner, STRAND.token("sora"), STRAND.token("tom"))) {
            assertThat(STRAND.get(reader, personal).statusCode()).isEqualTo(200);
        }
        assertAbsent(STRAND.token("ito"), personal);
    }

    /** S11. */
    @Test
    void keepsFromThePatientWhatAClinicianWithholds() {
        String note = note(Withheld.since(Instant.now().minus(Duration.ofDays(29))));

        assertThat(STRAND.get(STRAND.token("sora"), note).statusCode()).isEqualTo(200);
        assertAbsent(owner, note);
        assertThat(STRAND.get(owner, "Observation?_id=" + note.substring("Observation/".length()))
                        .body())
                .contains("\"total\":0");
    }

    /** S11: thirty days after the date of the reason, and not after the last change. */
    @Test
    void showsThePatientWhatWasWithheldLongerAgo() {
        String note = note(Withheld.since(Instant.now().minus(Duration.ofDays(31))));

        HttpResponse<String> shown = STRAND.get(owner, note);
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.body()).contains("to be told in person");
    }

    /** S11: by the clock of the database, without anybody writing anything. */
    @Test
    void endsByItselfWhenTheTimeIsOver() throws InterruptedException {
        Instant end = Instant.now().plusSeconds(8);
        String note = note(Withheld.since(end.minus(Duration.ofDays(30))));
        assertAbsent(owner, note);

        while (Instant.now().isBefore(end.plusMillis(100))) {
            Thread.sleep(100);
        }
        assertThat(STRAND.get(owner, note).statusCode()).isEqualTo(200);
    }

    /** S11. */
    @Test
    void refusesToWithholdWithoutADatedReason() {
        for (String elements :
                List.of(Withheld.label(), Withheld.since(Instant.now().plusSeconds(3600)))) {
            String body = "{'resourceType':'Observation','status':'final','code':{'text':'note'}," + elements
                    + ",'subject':{'reference':'" + patient + "'}}";
            HttpResponse<String> answer = STRAND.post(STRAND.token("loader"), "Observation", body.replace('\'', '"'));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("hr-withheld");
        }
    }

    /** S11: what is counted in a withheld note is withheld as long, and both come back from an update as they were. */
    @Test
    void withholdsWhatWasMadeFromItForAsLong() {
        String recent = note(Withheld.since(Instant.now().minus(Duration.ofDays(3))));
        String old = note(Withheld.since(Instant.now().minus(Duration.ofDays(31))));
        String made = note("'derivedFrom':[{'reference':'" + recent + "'}]");
        String madeOfOld = note("'derivedFrom':[{'reference':'" + old + "'}]");

        assertAbsent(owner, made);
        assertThat(STRAND.get(owner, madeOfOld).statusCode()).isEqualTo(200);
        for (String each : List.of(recent, made, old, madeOfOld)) {
            String stored = STRAND.get(STRAND.token("loader"), each).body();
            String plain = stored.replaceAll("\"extension\":\\[\\{.*?\\}\\]\\}\\],", "");
            HttpResponse<String> updated =
                    STRAND.put(STRAND.token("loader"), each, plain.replace("\"final\"", "\"amended\""));
            assertThat(updated.statusCode()).as(updated.body()).isEqualTo(200);
        }
        assertAbsent(owner, recent);
        assertAbsent(owner, made);
        assertThat(STRAND.get(owner, old).statusCode()).isEqualTo(200);
        assertThat(STRAND.get(owner, madeOfOld).statusCode()).isEqualTo(200);
    }

    private String note(String elements) {
        return created("Observation", "'status':'final','code':{'text':'note'}," + elements);
    }

    private static void assertAbsent(String reader, String item) {
        String type = item.substring(0, item.indexOf('/') + 1);
        String id = item.substring(type.length());
        String nothing = UUID.randomUUID().toString();
        for (String road : List.of("%s", "%s/_history", "%s/_history/1")) {
            assertThat(Answers.normal(STRAND.get(reader, type + road.formatted(id)), id))
                    .as(road)
                    .isEqualTo(Answers.normal(STRAND.get(reader, type + road.formatted(nothing)), nothing));
        }
    }

    private String created(String type, String elements) {
        String body = "{'resourceType':'" + type + "'," + elements + ",'subject':{'reference':'" + patient + "'}}";
        HttpResponse<String> answer = STRAND.post(STRAND.token("loader"), type, body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return type + "/" + Answers.json(answer).at("/id").asText();
    }
}
