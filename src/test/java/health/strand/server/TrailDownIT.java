package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.strand.demo.PersonaLogin;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What cannot be recorded does not happen, and what is recorded stays as it is. */
class TrailDownIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final CaseWorld WORLD = new CaseWorld(STRAND, AccessCase.world("trail", "nothing", List.of()));
    private static final String UNAVAILABLE = "the record cannot be reached at the moment";

    private final Trail trail = new Trail(STRAND);

    private HttpResponse<String> withoutTrail(Supplier<HttpResponse<String>> request) {
        trail.owner().execute("revoke insert on strand.audit_event from strand_request");
        try {
            return request.get();
        } finally {
            trail.owner().execute("grant insert on strand.audit_event to strand_request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/_history", "/_history/1"})
    void showsNothingThatCannotBeRecorded(String more) {
        String token = STRAND.token("sora");
        HttpResponse<String> answer = withoutTrail(() -> STRAND.get(token, WORLD.item("density") + more));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains(UNAVAILABLE).doesNotContain("181", "Observation");
        assertThat(STRAND.get(token, WORLD.item("density") + more).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotHoldUpAnEmergency() {
        String ito = new PersonaLogin(STRAND.parts().keycloakAccess().issuer(), STRAND.base())
                .strongly()
                .accessToken("ito", "openid fhirUser user/*.rs");
        CaseWorld world = new CaseWorld(STRAND, AccessCase.world("spool", "nothing", List.of()));
        HttpResponse<String> opened = STRAND.post(
                ito,
                world.item("patient") + "/$break-glass",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"reason\",\"valueCode\":\"other\"},"
                        + "{\"name\":\"explanation\",\"valueString\":\"the trail is down and she is not\"}]}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);

        HttpResponse<String> read = withoutTrail(() -> STRAND.get(ito, world.item("density")));
        HttpResponse<String> other = withoutTrail(() -> STRAND.get(ito, "Practitioner/" + STRAND.id("ito")));

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(503);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(trail.of(read))
                        .singleElement()
                        .satisfies(entry ->
                                assertThat(entry.path("purposes").toString()).contains("BTG")));
        EmergencyIT.endAll(trail);
    }

    @Test
    void refusesAndMissesInTheSameWords() {
        String ito = STRAND.token("ito");
        HttpResponse<String> hidden = withoutTrail(() -> STRAND.get(ito, WORLD.item("density")));
        HttpResponse<String> never = withoutTrail(() -> STRAND.get(ito, "Observation/" + UUID.randomUUID()));
        HttpResponse<String> refused = withoutTrail(() -> STRAND.get(STRAND.token("mia"), WORLD.item("patient")));

        assertThat(List.of(hidden, never, refused)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains(UNAVAILABLE);
        });
        assertThat(hidden.body()).isEqualTo(never.body()).isEqualTo(refused.body());
    }

    @Test
    void storesNothingThatCannotBeRecorded() {
        String key = UUID.randomUUID().toString();
        String patient = "{\"resourceType\":\"Patient\",\"identifier\":[{\"system\":\"urn:test\",\"value\":\"" + key
                + "\"}],\"name\":[{\"family\":\"Unrecorded\"}]}";
        String loader = STRAND.token("loader");
        HttpResponse<String> answer = withoutTrail(() -> STRAND.post(loader, "Patient", patient));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(Answers.json(STRAND.get(loader, "Patient?identifier=" + key + "&_summary=count"))
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(STRAND.post(loader, "Patient", patient).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update strand.audit_event set patient = null",
                "delete from strand.audit_event",
                "truncate strand.audit_event"
            })
    void letsNobodyChangeWhatIsRecorded(String change) {
        JdbcTemplate requests = new JdbcTemplate(STRAND.bean(DataSource.class));

        assertThatThrownBy(() -> requests.execute(change)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> trail.owner().execute(change)).isInstanceOf(DataAccessException.class);
    }

    @Test
    void showsNothingOfTheTrailWithoutKeys() {
        JdbcTemplate requests = new JdbcTemplate(STRAND.bean(DataSource.class));
        STRAND.get(STRAND.token("sora"), WORLD.item("density"));

        assertThat(requests.queryForObject("select count(*) from strand.audit_event", Integer.class))
                .isZero();
    }
}
