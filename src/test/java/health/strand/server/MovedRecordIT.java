package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who sees a resource when what it says about its patient or its class has changed: every version counts. */
class MovedRecordIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String loader = STRAND.token("loader");
    private final String ana = STRAND.token("ana");
    private final String sora = STRAND.token("sora");
    private final JdbcTemplate owner = new JdbcTemplate(STRAND.owner());

    @Test
    void showsNobodyTheVersionsOfAnotherPatient() {
        String id = created(STRAND.post(loader, "Observation", observation("", "", STRAND.id("ben"))));
        assertThat(STRAND.put(loader, "Observation/" + id, observation(id, "", STRAND.id("ana")))
                        .statusCode())
                .isEqualTo(200);

        for (String road : List.of("Observation/%s/_history/1", "Observation/%s/_history")) {
            assertThat(STRAND.get(ana, road.formatted(id)).body()).doesNotContain(STRAND.id("ben"));
            assertThat(STRAND.get(STRAND.token("ben"), road.formatted(id)).body())
                    .doesNotContain(STRAND.id("ana"));
        }
        assertThat(STRAND.get(loader, "Observation/" + id + "/_history").body())
                .contains(STRAND.id("ana"), STRAND.id("ben"));
    }

    /** S58. */
    @Test
    void keepsAGeneticResultHiddenWhenALaterVersionLosesItsLabel() {
        String label = "\"meta\":{\"security\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\","
                + "\"code\":\"GDIS\"}]},";
        String id = created(STRAND.post(loader, "Observation", observation("", label, STRAND.id("ana"))));
        String code = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":["
                + "{\"name\":\"type\",\"valueCode\":\"delete\"},"
                + "{\"name\":\"path\",\"valueString\":\"Observation.meta.security\"}]}]}";
        STRAND.send(STRAND.request(loader, "Observation/" + id)
                .header("Content-Type", "application/fhir+json")
                .method("PATCH", java.net.http.HttpRequest.BodyPublishers.ofString(code)));
        STRAND.put(loader, "Observation/" + id, observation(id, "", STRAND.id("ana")));

        for (String road : List.of("Observation/%s", "Observation/%s/_history/1", "Observation/%s/_history")) {
            assertThat(STRAND.get(sora, road.formatted(id)).statusCode()).isEqualTo(404);
            assertThat(STRAND.get(ana, road.formatted(id)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void hidesAGeneticResultWhoseCodeIsCorrected() {
        String patient = CaseWorld.openToGenetics(STRAND).item("patient").substring("Patient/".length());
        String genetic = observation("", "", patient)
                .replace("{\"text\":\"x\"}", "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"81247-9\"}]}");
        String id = created(STRAND.post(loader, "Observation", genetic));
        assertThat(STRAND.put(loader, "Observation/" + id, observation(id, "", patient))
                        .statusCode())
                .isEqualTo(200);

        assertThat(STRAND.get(STRAND.token("tom"), "Observation/" + id + "/_history/1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(STRAND.get(sora, "Observation/" + id + "/_history/1").statusCode())
                .isEqualTo(404);
    }

    @Test
    void forgetsTheNumberOfASetThatWasRolledBack() {
        String pair = "\"participant\":[{\"actor\":{\"reference\":\"Patient/" + STRAND.id("ana")
                + "\"},\"status\":\"accepted\"},{\"actor\":{\"reference\":\"Patient/" + STRAND.id("kim")
                + "\"},\"status\":\"accepted\"}]";
        String appointment = "{\"resourceType\":\"Appointment\",\"status\":\"proposed\"," + pair + "}";
        String failing = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"fullUrl\":\"urn:uuid:"
                + UUID.randomUUID() + "\",\"resource\":" + appointment
                + ",\"request\":{\"method\":\"POST\",\"url\":\"Appointment\"}},{\"resource\":"
                + observation("", "", UUID.randomUUID().toString())
                + ",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}]}";

        assertThat(STRAND.post(loader, "", failing).statusCode()).isBetween(400, 499);
        created(STRAND.post(loader, "Appointment", appointment));

        assertThat(owner.queryForList(
                        "select fhir_id from hfj_resource where partition_id >> 5 > 0"
                                + " and partition_id >> 5 not in (select number from strand.cell_group)",
                        String.class))
                .isEmpty();
    }

    private static String created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/([^/]+)/_history/.*", "$1");
    }

    private static String observation(String id, String more, String patient) {
        return "{\"resourceType\":\"Observation\"," + (id.isEmpty() ? "" : "\"id\":\"" + id + "\",") + more
                + "\"status\":\"final\",\"code\":{\"text\":\"x\"},\"subject\":{\"reference\":\"Patient/" + patient
                + "\"}}";
    }
}
