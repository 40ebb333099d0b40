package health.strand.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectionTest {

    private final Projection projection = new Projection(Set.of("Observation/h"));

    @Test
    void takesOutWhatIsSaidOfTheHiddenAndTheNarrative() {
        JsonNode body = read(
                "{'text':{'div':'<div>h</div>'},'result':[{'reference':'Observation/h','display':'h'},"
                        + "{'reference':'Observation/v','display':'v'}],'evidence':[{'detail':[{'reference':'Observation/h'}]}]}");

        assertThat(projection.of(body)).isEqualTo(read("{'result':[{'reference':'Observation/v','display':'v'}]}"));
    }

    @Test
    void countsAGroupWithoutTheHidden() {
        JsonNode body = read("{'resourceType':'Group','quantity':2,'member':[{'entity':{'reference':'Observation/h'}},"
                + "{'entity':{'reference':'Device/v'}}]}");

        assertThat(projection.of(body))
                .isEqualTo(
                        read("{'resourceType':'Group','quantity':1,'member':[{'entity':{'reference':'Device/v'}}]}"));
    }

    @Test
    void takesOutWhatMustSayOfWhomItIsAndDoesNotAnyMore() {
        JsonNode body = read("{'provision':{'type':'deny','data':[{'meaning':'instance','reference':"
                + "{'reference':'Observation/h'}},{'meaning':'instance','reference':{'reference':'Observation/v'}}]},"
                + "'agent':[{'type':{'text':'author'},'who':{'reference':'Observation/h'}}]}");

        assertThat(projection.of(body))
                .isEqualTo(read("{'provision':{'type':'deny','data':[{'meaning':'instance','reference':"
                        + "{'reference':'Observation/v'}}]}}"));
    }

    @Test
    void leavesAloneWhatSaysNothingOfTheHidden() {
        JsonNode body = read("{'text':{'div':'<div>v</div>'},'result':[{'reference':'Observation/v'}]}");

        assertThat(projection.of(body)).isSameAs(body);
    }

    private static JsonNode read(String text) {
        return Json.read(text.replace('\'', '"'));
    }
}
