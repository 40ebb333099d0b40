package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.profiles.CodeSystems;
import java.net.http.HttpResponse;
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

    /** S11: for thirty days; that they end is held by the engine's own tests. */
    @Test
    void keepsFromThePatientWhatAClinicianWithholds() {
        String note = created(
                "Observation",
                "'status':'final','code':{'text':'note'},'meta':{'security':[{'system':'" + CodeSystems.ACT_CODE
                        + "','code':'NOPAT'}]}");

        assertThat(STRAND.get(STRAND.token("sora"), note).statusCode()).isEqualTo(200);
        assertAbsent(owner, note);
        assertThat(STRAND.get(owner, "Observation?_id=" + note.substring("Observation/".length()))
                        .body())
                .contains("\"total\":0");
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
