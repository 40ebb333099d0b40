package health.strand.twin;

import health.strand.vault.Bodies;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/** Puts the questions of every requester to both worlds. */
final class TwinRun {

    private static final int PATIENTS = 4;

    private final String base;
    private final TwinDatabases databases;
    private final Bodies bodies;
    private final Function<Requester, String> tokens;
    private final long seed;
    private final ClinicWorld clinic;
    private final OpenedRecords emergencies;
    private final OpenedRecords cases;
    private final List<StoredRecord> records;
    private final SearchSpace space;
    private final Set<String> known = new HashSet<>();

    /** Loads the world of that seed into an empty server. */
    TwinRun(String base, TwinDatabases databases, Bodies bodies, Function<Requester, String> tokens, long seed)
            throws SQLException {
        this.base = base;
        this.databases = databases;
        this.bodies = bodies;
        this.tokens = tokens;
        this.seed = seed;
        FhirClient loading = client(Requester.system(TwinServer.LOADER));
        this.clinic = ClinicWorld.load(new Loader(loading), seed, PATIENTS);
        this.space = new SearchSpace(Json.read(loading.ask(Ask.get("metadata")).body()));
        List<String> opened = clinic.patients().subList(0, PATIENTS / 2);
        Requester opener = somebody(Registry.OPENER);
        this.emergencies = OpenedRecords.inEmergency(client(opener), opener.fhirUser(), opened);
        Requester officer = somebody(Registry.OFFICER);
        this.cases = OpenedRecords.inCase(client(officer), officer.fhirUser(), opened);
        databases.keepWorld();
        try (Connection world = databases.world()) {
            this.records = RecordReader.all(world, bodies);
        }
        records.forEach(each -> known.add(each.id()));
    }

    private Requester somebody(String name) {
        return clinic.requesters().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<StoredRecord> records() {
        return records;
    }

    List<Requester> requesters() {
        return clinic.requesters();
    }

    /** What is hidden from the requester, as the naive evaluator sees it. */
    Set<StoredRecord> hidden(Requester requester) {
        return new NaiveView(records, emergencies, cases, Instant.now()).hidden(requester);
    }

    /** Asks in the name of each of them this many questions. */
    Report run(List<Requester> asking, int questions, TwinDatabases.Change bug) throws SQLException {
        Report report = new Report(seed);
        for (Requester requester : asking) {
            add(report, requester, questions, bug);
        }
        return report;
    }

    /**
     * Asks in the name of one.
     *
     * @param bug what is wrong with the server, in both worlds; as a rule nothing
     */
    void add(Report report, Requester requester, int questions, TwinDatabases.Change bug) throws SQLException {
        Set<StoredRecord> hidden = hidden(requester);
        WithoutHidden without = new WithoutHidden(records, hidden);
        Words words = new Words(new Random(seed * 31 + requester.name().hashCode()));
        Model model = new Model(words, records, hidden, without.projection(), requester.readsEveryTrail());
        List<Ask> asks = Grammar.questions(model, space, questions);
        databases.give(bug);
        List<List<String>> world = answers(requester, asks);
        report.tested("L35", 1, changed(requester, hidden));
        databases.give(database -> {
            without.in(database);
            bug.in(database);
        });
        List<List<String>> other = answers(requester, asks);
        report.compare(requester.name(), asks, world, other);
        report.lookForFailures(requester.name(), asks, world, other);
        report.look(requester.name(), asks, world, model.canaries());
    }

    /** What of the hidden is no longer as it was, now that the requester has written what they could. */
    private List<Finding> changed(Requester requester, Set<StoredRecord> hidden) throws SQLException {
        try (Connection live = databases.live()) {
            Set<StoredRecord> now = new HashSet<>(RecordReader.all(live, bodies));
            return hidden.stream()
                    .filter(each -> !now.contains(each))
                    .map(each -> new Finding(
                            requester.name(),
                            Ask.get(each.reference()).in("L35"),
                            "hidden, and changed by the requester",
                            "not there"))
                    .toList();
        }
    }

    /** Gives the server the whole world again. */
    void restore() throws SQLException {
        databases.give(database -> {});
    }

    /** A token of one of the requesters. */
    String token(Requester requester) {
        return tokens.apply(requester);
    }

    /** Times what is hidden from one against what never was. */
    void time(Report report, Requester requester, int times) throws SQLException {
        restore();
        TimedPairs.measure(report, requester.name(), client(requester), hidden(requester), times);
    }

    private List<List<String>> answers(Requester requester, List<Ask> asks) {
        World world = new World(client(requester), new NormalAnswer(known, Instant.now()));
        List<List<String>> answers = new ArrayList<>();
        asks.forEach(ask -> answers.add(world.ask(ask)));
        return answers;
    }

    private FhirClient client(Requester requester) {
        return new FhirClient(base, tokens.apply(requester));
    }
}
