package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class GateIT {

    private final RunningStrand strand = RunningStrand.get();

    @Test
    void letsASurgeonReadScans() {
        HttpResponse<String> answer = strand.get(strand.token("sora"), "Media?_summary=count");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsPattern("\"total\":\\s*[1-9]");
    }

    @Test
    void findsNoScansForMarketing() {
        HttpResponse<String> answer = strand.get(strand.token("mia"), "Media?_summary=count");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsPattern("\"total\":\\s*0");
    }

    @Test
    void refusesMarketingWithoutSayingWhatThereIs() {
        HttpResponse<String> answer = strand.get(strand.token("mia"), "Patient?_summary=count");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("role does not cover `Patient.s`").doesNotContain("total");
    }

    @Test
    void namesTheMissingScope() {
        HttpResponse<String> answer =
                strand.get(strand.token("sora", "openid fhirUser user/Patient.rs"), "Observation?_count=1");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("user/Observation.s");
    }

    @Test
    void asksForATokenEverywhereButAtTheTwoOpenAddresses() {
        assertThat(strand.get("", "metadata").statusCode()).isIn(200, 401);
        assertThat(strand.get("not-a-token", "Patient").statusCode()).isEqualTo(401);
    }
}
