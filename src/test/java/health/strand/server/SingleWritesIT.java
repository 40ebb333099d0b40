package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** HAPI asks twice where a new resource belongs, the first time before the transaction; both answers are the same. */
class SingleWritesIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String loader = STRAND.token("loader");
    private final CaseWorld world = new CaseWorld(
            STRAND,
            AccessCase.world(
                    "single",
                    "denies one type to one surgeon",
                    List.of(Map.of("deny", Map.of("class", "Observation", "actor", "sora")))));

    private String observation(String more) {
        return ("{'resourceType':'Observation','status':'final','code':{'text':'single'},'subject':{'reference':'"
                        + world.item("patient") + "'}" + more + "}")
                .replace('\'', '"');
    }

    @Test
    void storesWhatAConsentAboutSingleResourcesSpeaksOf() {
        HttpResponse<String> created = STRAND.post(loader, "Observation", observation(""));

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String path = "Observation/" + Answers.json(created).at("/id").asText();
        assertThat(STRAND.get(STRAND.token("tom"), path).statusCode()).isEqualTo(200);
        assertThat(STRAND.get(STRAND.token("sora"), path).statusCode()).isEqualTo(404);
    }

    @Test
    void answersAPutToAnIdOfNothingAsOneToWhatIsHidden() {
        String nothing = UUID.randomUUID().toString();
        HttpResponse<String> put =
                STRAND.put(STRAND.token("tom"), "Observation/" + nothing, observation(",'id':'" + nothing + "'"));

        assertThat(put.statusCode()).as(put.body()).isEqualTo(404);
    }

    @Test
    void storesWhatIsWithheldFromThePatientForATime() {
        String withheld = observation("," + Withheld.since(Instant.now()).replace('\'', '"'));
        HttpResponse<String> single = STRAND.post(loader, "Observation", withheld);
        HttpResponse<String> together = STRAND.post(
                loader,
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + withheld
                        + ",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}]}");

        assertThat(single.statusCode()).as(single.body()).isEqualTo(201);
        assertThat(together.statusCode()).as(together.body()).isEqualTo(200);
        assertThat(together.body()).doesNotContain("Took ");
    }
}
