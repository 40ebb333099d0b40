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

/** The questions the twins are asked find bugs: each policy opened, each part of it left out, turns an answer. */
class PlantedBugsIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final JdbcTemplate owner = new JdbcTemplate(STRAND.owner());
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
    @CsvSource({"sora, hfj_resource", "ito, hfj_resource", "bo, hfj_resource", "ana, hfj_resource"})
    void findATableThatIsOpen(String who, String table) {
        TwinWorld sound = ask(who);
        set(table, "true");

        assertThat(ask(who).differences(sound)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "sora | (g.audience = ANY | (true OR g.audience = ANY | a grant counts whoever it is for",
                "sora | (now() < g.until) | true | a grant that has ended counts",
                "sora | (g.starts <= now()) | true | a grant that has not begun counts",
                "gil | (w.audience = ANY | (false AND w.audience = ANY | what is withheld is shown",
                "gil | (now() < w.until) | false | a withholding ends at once",
                "sora | 'strand.everywhere_mask' | 'strand.classes_mask' | a role reads everybody's record",
                "sora | (partition_id = ANY | (true OR partition_id = ANY | every cell counts as written into",
                "rex | 'strand.everywhere_mask' | 'strand.classes_mask' | the desk knows everybody",
                "sora | (partition_id = ANY (ARRAY[0, 12])) | true | everything counts as the registry"
            })
    void findAPolicyThatIsWrittenWrongly(String who, String right, String wrong, String bug) {
        hideFromBilling();
        grantAtOtherTimes();
        TwinWorld sound = ask(who);
        policies.forEach((table, policy) -> {
            assertThat(policy).as(bug).contains(right);
            set(table, policy.replace(right, wrong));
        });

        assertThat(ask(who).differences(sound)).as(bug).isNotEmpty();
    }

    @Test
    void findAResourceThatCountsAsOnesOwn() {
        TwinWorld sound = ask("sora");
        policies.forEach((table, policy) -> {
            String wrong = policy.replaceAll(
                    "\\((\\w+ = ANY [( ]*SELECT [( ]*string_to_array\\(current_setting\\('strand\\.own')",
                    "(true OR $1");
            assertThat(wrong).isNotEqualTo(policy);
            set(table, wrong);
        });

        assertThat(ask("sora").differences(sound)).isNotEmpty();
    }

    /** Sora could see somebody else's record yesterday, and will tomorrow. */
    private void grantAtOtherTimes() {
        for (String time : List.of(
                "now() - interval '2 days', now() - interval '1 day'", "now() + interval '1 day', 'infinity'")) {
            owner.update("insert into strand.granted (audience, cell, starts, until) select a.number, c.number, " + time
                    + " from strand.audience a, strand.cell c where a.reader = 'Practitioner/" + STRAND.id("sora")
                    + "' and c.number not in (select cell from strand.granted where audience = a.number"
                    + " and starts <= now() and now() < until)"
                    + " on conflict do nothing");
        }
    }

    @Test
    void findAReferenceThatIsNotLeftOut() {
        CaseWorld world = CaseWorld.openToGenetics(STRAND);
        String marker = world.item("marker");
        String observation =
                ("{'resourceType':'Observation','status':'final','code':{'text':'x'},'subject':{'reference':'"
                                + world.item("patient") + "'},'hasMember':[{'reference':'" + marker
                                + "','display':'a marker'}]}")
                        .replace('\'', '"');
        String path = "Observation/"
                + Answers.json(STRAND.post(STRAND.token("loader"), "Observation", observation))
                        .at("/id")
                        .asText();
        assertThat(STRAND.get(STRAND.token("tom"), path).body()).contains(marker, "a marker");
        assertThat(STRAND.get(STRAND.token("sora"), path).body())
                .contains("\"final\"")
                .doesNotContain(marker, "a marker", "hasMember");

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

    private static void hideFromBilling() {
        new CaseWorld(STRAND, AccessCase.world("bug", "", List.of(Map.of("deny", Map.of("actor", "gil")))));
    }

    private static TwinWorld ask(String who) {
        return new TwinWorld(
                STRAND, STRAND.token(who), TwinRequests.few(), UUID.randomUUID().toString());
    }
}
