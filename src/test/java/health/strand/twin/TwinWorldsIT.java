package health.strand.twin;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import health.strand.enforcement.HiddenReferences;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same server on a database with everything and on one with what is there for the requester answers alike. */
class TwinWorldsIT {

    private static final long SEED = Long.getLong("strand.seed", 1);
    private static final int QUESTIONS = 16;
    private static final int QUESTIONS_FOR_WRITER = 250;
    private static final int QUESTIONS_FOR_BUGS = 24;
    private static final int PAIRS = 200;
    private static final int QUESTIONS_FOR_REFERENCES = 48;

    private static TwinServer server;
    private static TwinRun run;
    private static TwinLogs logs;

    @BeforeAll
    static void loadTheWorld() throws SQLException {
        System.out.println("TwinWorldsIT: -Dstrand.seed=" + SEED);
        server = new TwinServer(
                Path.of("target", "it", "twin-" + ProcessHandle.current().pid()));
        logs = TwinLogs.listen();
        run = server.run(SEED);
    }

    @AfterAll
    static void end() {
        logs.end();
        server.close();
    }

    @Test
    void answersAlikeOnBothDatabases() throws SQLException {
        Report report = new Report(SEED);
        for (Requester each : run.requesters()) {
            // most of what others write is refused
            int questions = each.name().equals(TwinServer.LOADER) ? QUESTIONS_FOR_WRITER : QUESTIONS;
            run.add(report, each, questions, database -> {});
        }

        assertThat(report.findings()).as("seed " + SEED).isEmpty();
        assertThat(report.answered().keySet())
                .as("what was asked is not refused throughout: %s", report.answered())
                .contains(
                        "GET 200",
                        "GET 404",
                        "POST 200",
                        "POST 201",
                        "PUT 200",
                        "DELETE 200",
                        "L47 200",
                        "L47 404",
                        "L47 409");
        assertThat(report.asked().keySet())
                .contains("L01", "L06", "L07", "L10", "L11", "L12", "L24", "L29", "L35", "L39", "L47");
        assertThat(logs.found()).isEmpty();
        FhirClient nobody = new FhirClient(server.base(), "none");
        assertThat(Words.in(nobody.ask(Ask.get(server.metrics())).body())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ito | (g.audience = ANY | (true OR g.audience = ANY | a grant counts whoever it is for",
                "sora | 'strand.everywhere_mask' | 'strand.classes_mask' | a role reads everybody's record",
                "patient-0 | (partition_id = ANY (ARRAY[0, 12])) | true | everything counts as the registry"
            })
    void findsAPolicyThatIsWrittenWrongly(String who, String right, String wrong, String bug) throws SQLException {
        assertThat(run.run(named(who), QUESTIONS_FOR_BUGS, database -> rewrite(database, right, wrong))
                        .findings())
                .as(bug)
                .isNotEmpty();
    }

    @Test
    void findsAReferenceThatIsNotLeftOut() throws SQLException {
        IInterceptorService interceptors = server.bean(IInterceptorService.class);
        Object gate = interceptors.getAllRegisteredInterceptors().stream()
                .filter(HiddenReferences.class::isInstance)
                .findFirst()
                .orElseThrow();
        interceptors.unregisterInterceptor(gate);
        try {
            assertThat(run.run(named("sora"), QUESTIONS_FOR_REFERENCES, database -> {})
                            .findings())
                    .isNotEmpty();
        } finally {
            interceptors.registerInterceptor(gate);
        }
    }

    /** L52: what is hidden takes as long to answer as what never was. A loaded machine gets a second, longer chance. */
    @Test
    void takesNoLongerForWhatIsHidden() throws SQLException {
        run.restore();
        assertThat(telling(PAIRS).isEmpty() ? List.of() : telling(4 * PAIRS)).isEmpty();
    }

    @Test
    void findsADelayThatOnlyWhatIsHiddenHas() throws SQLException {
        run.restore();
        Set<String> hidden = new HashSet<>();
        run.hidden(named("sora").get(0)).forEach(each -> hidden.add(each.reference()));
        Object slow = new SlowFor(hidden);
        IInterceptorService interceptors = server.bean(IInterceptorService.class);
        interceptors.registerInterceptor(slow);
        try {
            assertThat(telling(PAIRS))
                    .anyMatch(each -> hidden.contains(each.ask().path()));
        } finally {
            interceptors.unregisterInterceptor(slow);
        }
    }

    private static List<Finding> telling(int pairs) throws SQLException {
        Report report = new Report(SEED);
        run.time(report, named("sora").get(0), pairs);
        report.notes().forEach(System.out::println);
        assertThat(report.notes()).as("reads and searches were timed").hasSizeGreaterThanOrEqualTo(5);
        return report.findings();
    }

    /** S14, S29. */
    @ParameterizedTest
    @ValueSource(strings = {"FUN", "HMARKT", "BTG", "treat"})
    void refusesAPurposeThatIsNotTheRequestersBeforeAnythingIsLookedAt(String purpose) throws SQLException {
        run.restore();
        Requester sora = named("sora").get(0);
        Requester asking = new Requester(sora.name(), sora.fhirUser(), sora.roles(), purpose, sora.client(), true);
        FhirClient client = new FhirClient(server.base(), run.token(asking));
        Set<StoredRecord> hidden = run.hidden(sora);
        Ask read = Ask.get("Observation/00000000-0000-4000-8000-000000000000");
        String never = client.ask(read).body();

        assertThat(client.ask(read).status()).isEqualTo(403);
        assertThat(run.records())
                .filteredOn(each -> each.type().equals("Observation") && !each.deleted())
                .anyMatch(hidden::contains)
                .anyMatch(each -> !hidden.contains(each))
                .allSatisfy(each -> assertThat(client.ask(Ask.get(each.reference())))
                        .extracting(Answer::status, Answer::body)
                        .containsExactly(403, never));
    }

    /** S14. */
    @Test
    void readsNoPurposeFromAHeader() throws SQLException {
        run.restore();
        FhirClient client =
                new FhirClient(server.base(), run.token(named("sora").get(0)));
        Ask search = Ask.get("Observation?_summary=count");
        String plain = Json.read(client.ask(search).body()).path("total").asText();

        for (String header : List.of("purpose_of_use", "Purpose-Of-Use", "X-Purpose-Of-Use", "X-Purpose")) {
            for (String purpose : List.of("HMARKT", "BTG", "HCOMPL")) {
                Answer answer = client.ask(search.with(header, purpose));
                assertThat(answer.status()).isEqualTo(200);
                assertThat(Json.read(answer.body()).path("total").asText()).isEqualTo(plain);
            }
        }
    }

    private static List<Requester> named(String name) {
        return run.requesters().stream()
                .filter(each -> each.name().equals(name))
                .toList();
    }

    @Test
    void asksAServerItKnowsByNothingButItsAddress() throws SQLException {
        run.restore();
        List<String> told = new ArrayList<>(List.of("--base", server.base(), "--requests", "120", "--timed", "5"));
        for (Requester each : run.requesters()) {
            if (List.of("sora", "patient-0", "bo", TwinServer.LOADER).contains(each.name())) {
                told.add("--token-for");
                told.add((each.name().equals(TwinServer.LOADER) ? "admin" : each.name()) + "=" + run.token(each));
            }
        }

        Report report = new ForeignServer(TwinOptions.parse(told.toArray(String[]::new))).ask(line -> {});

        assertThat(report.findings().stream().filter(each -> !each.ask().row().equals("L52")))
                .isEmpty();
        assertThat(report.asked().keySet()).contains("L01", "L06", "L07");
        assertThat(report.notes()).anyMatch(note -> note.startsWith("bo may read what was meant to be hidden"));
        assertThat(LeakRegister.ROWS.stream().map(report::verdict))
                .contains("passed", "not tested: the logs of another server are out of reach");
    }

    private static void rewrite(Connection database, String right, String wrong) throws SQLException {
        List<String> changes = new ArrayList<>();
        try (Statement sql = database.createStatement()) {
            try (ResultSet row = sql.executeQuery("select tablename, qual from pg_policies"
                    + " where schemaname = 'public' and policyname = 'strand_visible'")) {
                while (row.next()) {
                    String policy = row.getString("qual");
                    assertThat(policy).contains(right);
                    changes.add("alter policy strand_visible on public." + row.getString("tablename") + " using ("
                            + policy.replace(right, wrong) + ")");
                }
            }
            for (String change : changes) {
                sql.execute(change);
            }
        }
    }
}
