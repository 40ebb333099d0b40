package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is referred to is not deleted, in whatever order the references are found. */
class DeletionIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String loader = STRAND.token("loader");
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

    /** Its own reference is stored before the one that counts. */
    private String referringToItself() {
        String observation = create("Observation", "");
        String id = observation.substring("Observation/".length());
        HttpResponse<String> put = STRAND.put(
                loader,
                observation,
                body("Observation", ",'id':'" + id + "','derivedFrom':[{'reference':'" + observation + "'}]"));
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        return observation;
    }

    @ParameterizedTest
    @CsvSource({"DiagnosticReport, result", "Observation, hasMember"})
    void refusesToDeleteWhatIsReferredToByItselfAndAnother(String type, String element) {
        String observation = referringToItself();
        String other = create(type, ",'" + element + "':[{'reference':'" + observation + "'}]");

        assertThat(STRAND.delete(loader, observation).statusCode()).isEqualTo(409);
        assertThat(STRAND.get(loader, observation).statusCode()).isEqualTo(200);
        assertThat(STRAND.delete(loader, other).statusCode()).isEqualTo(200);
        assertThat(STRAND.delete(loader, observation).statusCode()).isEqualTo(200);
    }

    @Test
    void deletesWhatOnlyItselfRefersTo() {
        assertThat(STRAND.delete(loader, referringToItself()).statusCode()).isEqualTo(200);
    }

    @Test
    void deletesTogetherWhatRefersToEachOther() {
        String observation = referringToItself();
        String report = create("DiagnosticReport", ",'result':[{'reference':'" + observation + "'}]");
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
