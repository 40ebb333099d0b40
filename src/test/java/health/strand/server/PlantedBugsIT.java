package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import health.strand.enforcement.HiddenReferences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The questions the twins are asked find bugs: each policy opened, each part of it left out, turns an answer. */
class PlantedBugsIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String EVERY_TABLE = "every";

    private final JdbcTemplate owner = new JdbcTemplate(new DriverManagerDataSource(
            STRAND.parts().database().owner().url(),
            STRAND.parts().database().owner().user(),
            STRAND.parts().database().owner().password()));
    private final Map<String, String> policies = new LinkedHashMap<>();

    @BeforeEach
    void keepPolicies() {
        owner.query(
                "select tablename, qual from pg_policies where schemaname = 'public' and policyname = 'strand_visible'",
                row -> {
                    policies.put(row.getString("tablename"), row.getString("qual"));
                });
    }

    @AfterEach
    void restorePolicies() {
        policies.forEach(this::set);
    }

    private void set(String table, String condition) {
        owner.execute("alter policy strand_visible on public." + table + " using (" + condition + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "sora, hfj_resource",
        "sora, hfj_spidx_token",
        "sora, hfj_spidx_string",
        "sora, hfj_spidx_date",
        "sora, hfj_spidx_quantity",
        "sora, hfj_res_link",
        "ito, hfj_resource",
        "mia, hfj_spidx_string"
    })
    void findATableThatIsOpen(String who, String table) {
        TwinWorld sound = ask(who);
        set(table, "true");

        assertThat(ask(who).differences(sound)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // any grant counts, whoever it is for
                "sora | (g.audience = ANY",
                // what is withheld is shown
                "rex | (w.audience = ANY"
            })
    void findAGrantThatIsReadWrongly(String who, String condition) {
        hideFromReception();
        TwinWorld sound = ask(who);
        policies.forEach((table, policy) -> {
            String wrong = condition.startsWith("(w")
                    ? policy.replace(condition, "(false AND w.audience = ANY")
                    : policy.replace(condition, "(true OR g.audience = ANY");
            assertThat(wrong).as(table).isNotEqualTo(policy);
            set(table, wrong);
        });

        assertThat(ask(who).differences(sound)).isNotEmpty();
    }

    @Test
    void findAReferenceThatIsNotLeftOut() {
        CaseWorld world = CaseWorld.openToGenetics(STRAND);
        String marker = world.item("marker");
        String observation =
                ("{'resourceType':'Observation','status':'final','code':{'text':'x'},'subject':{'reference':'"
                                + world.item("patient") + "'},'derivedFrom':[{'reference':'" + marker
                                + "','display':'a marker'}]}")
                        .replace('\'', '"');
        String path = "Observation/"
                + Answers.json(STRAND.post(STRAND.token("loader"), "Observation", observation))
                        .at("/id")
                        .asText();
        assertThat(STRAND.get(STRAND.token("tom"), path).body()).contains(marker, "a marker");
        assertThat(STRAND.get(STRAND.token("sora"), path).body())
                .contains("\"final\"")
                .doesNotContain(marker, "a marker", "derivedFrom");

        IInterceptorService interceptors = STRAND.bean(IInterceptorService.class);
        Object guard = interceptors.getAllRegisteredInterceptors().stream()
                .filter(HiddenReferences.class::isInstance)
                .findFirst()
                .orElseThrow();
        interceptors.unregisterInterceptor(guard);
        try {
            assertThat(STRAND.get(STRAND.token("sora"), path).body()).contains(marker);
        } finally {
            interceptors.registerInterceptor(guard);
        }
    }

    private static void hideFromReception() {
        new CaseWorld(
                STRAND, new AccessCase("bug", "", 1000, List.of(Map.of("deny", Map.of("actor", "rex"))), Map.of()));
    }

    private static TwinWorld ask(String who) {
        return new TwinWorld(
                STRAND,
                STRAND.token(who),
                TwinRequests.all(Map.of("patient", "Patient/" + STRAND.id("ana"))),
                UUID.randomUUID().toString());
    }
}
