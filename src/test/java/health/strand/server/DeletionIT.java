package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is referred to is not deleted, in whatever order the references are found. */
class DeletionIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String loader = STRAND.token("loader");
    private final String sora = STRAND.token("sora");
    private final CaseWorld world = new CaseWorld(STRAND, AccessCase.world("deletion", "decides nothing", List.of()));

    private String create(String type, String more) {
        HttpResponse<String> created = STRAND.post(loader, type, body(type, more));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return type + "/" + Answers.json(created).at("/id").asText();
    }

    private String body(String type, String more) {
        return ("{'resourceType':'" + type + "','status':'final','code':{'text':'deletion'},'subject':{'reference':'"
                        + world.item("patient") + "'}" + more + "}")
                .replace('\'', '"');
    }

    private void referToItself(String observation) {
        String id = observation.substring("Observation/".length());
        HttpResponse<String> put = STRAND.put(
                loader,
                observation,
                body("Observation", ",'id':'" + id + "','derivedFrom':[{'reference':'" + observation + "'}]"));
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(Answers.json(STRAND.get(loader, "Observation?derived-from=" + observation + "&_summary=count"))
                        .at("/total")
                        .asInt())
                .as("its own reference is there")
                .isEqualTo(1);
    }

    private String referringToItself() {
        String observation = create("Observation", "");
        referToItself(observation);
        return observation;
    }

    private String reportOn(String observation) {
        return create("DiagnosticReport", ",'result':[{'reference':'" + observation + "'}]");
    }

    /** Stored before its own reference and after it, a few times, because the database may put a row anywhere. */
    @Test
    void refusesToDeleteWhatIsReferredToByItselfAndAnother() {
        for (int time = 0; time < 6; time++) {
            String observation = create("Observation", "");
            String first = reportOn(observation);
            referToItself(observation);
            refusesUntilGone(observation, first);
            String another = referringToItself();
            refusesUntilGone(another, reportOn(another));
        }
    }

    private void refusesUntilGone(String observation, String report) {
        assertThat(STRAND.delete(sora, observation).statusCode()).isEqualTo(409);
        assertThat(STRAND.get(sora, observation).statusCode()).isEqualTo(200);
        assertThat(STRAND.delete(sora, report).statusCode()).isEqualTo(200);
        assertThat(STRAND.delete(sora, observation).statusCode()).isEqualTo(200);
    }

    @Test
    void deletesWhatOnlyItselfRefersTo() {
        assertThat(STRAND.delete(loader, referringToItself()).statusCode()).isEqualTo(200);
    }

    @Test
    void deletesTogetherWhatRefersToEachOther() {
        String observation = referringToItself();
        String report = reportOn(observation);
        HttpResponse<String> both = STRAND.post(
                loader,
                "",
                ("{'resourceType':'Bundle','type':'transaction','entry':[{'request':{'method':'DELETE','url':'"
                                + observation + "'}},{'request':{'method':'DELETE','url':'" + report + "'}}]}")
                        .replace('\'', '"'));

        assertThat(both.statusCode()).as(both.body()).isEqualTo(200);
        assertThat(STRAND.get(loader, observation).statusCode()).isNotEqualTo(200);
    }
}
