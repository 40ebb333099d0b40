package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A conditional update finds its resource in whatever cell it lies, and leaves it as guarded as it has to be. */
class ConditionalMoveIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String loader = STRAND.token("loader");
    private final String identifier = UUID.randomUUID().toString();
    private final String condition = "Observation?identifier=urn:test%7C" + identifier;
    private final JdbcTemplate owner = new JdbcTemplate(STRAND.owner());

    @Test
    void hidesWhatBecomesGenetic() {
        String id = created(plain(STRAND.id("ana")));

        assertUpdates(id, genetic(STRAND.id("ana")));

        assertThat(STRAND.get(STRAND.token("sora"), "Observation/" + id).statusCode())
                .isEqualTo(404);
        assertThat(STRAND.get(STRAND.token("sora"), "Observation/" + id + "/_history/1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(STRAND.get(STRAND.token("ana"), "Observation/" + id).statusCode())
                .isEqualTo(200);
        assertEveryRowIsInOneCell(id);
    }

    @Test
    void givesTheRecordToThePatientItIsFoundToBeAbout() {
        String id = created(plain(""));

        assertUpdates(id, plain(STRAND.id("ana")));

        assertThat(STRAND.get(STRAND.token("ana"), "Observation/" + id).statusCode())
                .isEqualTo(200);
        assertThat(STRAND.get(STRAND.token("ben"), "Observation/" + id).statusCode())
                .isEqualTo(404);
        assertEveryRowIsInOneCell(id);
    }

    @Test
    void findsTheResourceFromABatchAsWell() {
        String id = created(plain(STRAND.id("ana")));

        HttpResponse<String> answer = STRAND.post(
                loader,
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"resource\":"
                        + genetic(STRAND.id("ana")) + ",\"request\":{\"method\":\"PUT\",\"url\":\"" + condition
                        + "\"}}]}");

        JsonNode response = Answers.json(answer).at("/entry/0/response");
        assertThat(response.at("/status").asText()).startsWith("200");
        assertThat(response.at("/location").asText()).contains(id);
        assertEveryRowIsInOneCell(id);
    }

    private void assertUpdates(String id, String body) {
        HttpResponse<String> answer = STRAND.put(loader, condition, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(Answers.json(answer).at("/id").asText()).isEqualTo(id);
        assertThat(Answers.json(STRAND.get(loader, condition)).at("/entry")).hasSizeLessThanOrEqualTo(1);
    }

    private void assertEveryRowIsInOneCell(String id) {
        for (String table : new String[] {"hfj_res_ver", "hfj_spidx_token", "hfj_spidx_string", "hfj_res_link"}) {
            String column = table.equals("hfj_res_link") ? "src_resource_id" : "res_id";
            assertThat(owner.queryForObject(
                            "select count(*) from " + table + " t join hfj_resource r on r.res_id = t." + column
                                    + " where r.fhir_id = ? and t.partition_id is distinct from r.partition_id",
                            Integer.class,
                            id))
                    .as(table)
                    .isZero();
        }
    }

    private String created(String body) {
        HttpResponse<String> answer = STRAND.post(loader, "Observation", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Answers.json(answer).at("/id").asText();
    }

    private String plain(String patient) {
        return observation(patient, "{\"text\":\"x\"}");
    }

    private String genetic(String patient) {
        return observation(patient, "{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"81247-9\"}]}");
    }

    private String observation(String patient, String code) {
        String subject = patient.isEmpty() ? "" : ",\"subject\":{\"reference\":\"Patient/" + patient + "\"}";
        return "{\"resourceType\":\"Observation\",\"status\":\"final\",\"identifier\":[{\"system\":\"urn:test\","
                + "\"value\":\"" + identifier + "\"}],\"code\":" + code + subject + "}";
    }
}
