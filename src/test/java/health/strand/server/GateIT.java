package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** S04, S05: what is refused by its type is refused in the same words, whatever there is. */
    @ParameterizedTest
    @CsvSource({
        "rex, Observation",
        "rex, Media",
        "gil, Observation",
        "mia, Patient",
        "mia, Observation",
        "dara, Appointment"
    })
    void refusesATypeOutsideTheRoleAlikeWhetherThereIsSomethingOrNot(String persona, String type) {
        String token = strand.token(persona);
        String there = Answers.bundle(strand.get(strand.token("loader"), type + "?_count=1"))
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
        String never = UUID.randomUUID().toString();

        for (String road :
                List.of("%s/%s", "%s/%s/_history", "%s/%s/_history/1", "%s?_id=%s", "%s?_id=%s&_summary=count")) {
            HttpResponse<String> answer = strand.get(token, road.formatted(type, there));
            assertThat(answer.statusCode()).as(road).isEqualTo(403);
            assertThat(Answers.normal(answer, there))
                    .as(road)
                    .isEqualTo(Answers.normal(strand.get(token, road.formatted(type, never)), never));
        }
    }

    @Test
    void letsNobodyKeepAnAnswer() {
        String sora = strand.token("sora");
        Bundle.BundleEntryComponent file = Answers.bundle(strand.get(strand.token("loader"), "Binary?_count=1"))
                .getEntryFirstRep();
        List<String> roads = List.of(
                "Observation?_count=1",
                "Patient/" + strand.id("ana"),
                "Patient/" + strand.id("ana") + "/_history",
                "Patient/" + UUID.randomUUID(),
                "Binary/" + file.getResource().getIdElement().getIdPart());

        assertThat(roads)
                .allSatisfy(road -> assertThat(strand.get(sora, road).headers().allValues("Cache-Control"))
                        .as(road)
                        .singleElement(InstanceOfAssertFactories.STRING)
                        .contains("no-store"));
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
