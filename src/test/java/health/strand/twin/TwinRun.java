package health.strand.twin;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Puts the questions of every requester to both worlds. */
final class TwinRun {

    private static final int PATIENTS = 4;

    private final String base;
    private final TwinDatabases databases;
    private final Function<Requester, String> tokens;
    private final long seed;
    private final ClinicWorld clinic;
    private final List<StoredRecord> records;
    private final SearchSpace space;
    private final Set<String> known = new HashSet<>();

    /** Loads the world of that seed into an empty server. */
    TwinRun(String base, TwinDatabases databases, Function<Requester, String> tokens, long seed) throws SQLException {
        this.base = base;
        this.databases = databases;
        this.tokens = tokens;
        this.seed = seed;
        FhirClient loading = client(Requester.system(TwinServer.LOADER));
        this.clinic = ClinicWorld.load(new Loader(loading), seed, PATIENTS);
        this.space = new SearchSpace(Json.read(loading.ask(Ask.get("metadata")).body()));
        databases.keepWorld();
        try (Connection world = databases.world()) {
            this.records = RecordReader.all(world);
        }
        records.forEach(each -> known.add(each.id()));
    }

    List<StoredRecord> records() {
        return records;
    }

    List<Requester> requesters() {
        return clinic.requesters();
    }

    /** What is hidden from the requester, as the naive evaluator sees it. */
    Set<StoredRecord> hidden(Requester requester) {
        return new NaiveView(records, Instant.now()).hidden(requester);
    }

    /** Asks for each requester this many questions; tells how far it is. */
    Report run(int questions, OpenLeaks open, Consumer<String> progress) throws SQLException {
        Report report = new Report(seed);
        for (Requester requester : requesters()) {
            long begun = System.nanoTime();
            Set<StoredRecord> hidden = hidden(requester);
            Model model = new Model(new Words(new Random(seed + requester.name().hashCode())), records, hidden);
            List<Ask> asks = Grammar.questions(model, space, open, questions);
            databases.give(database -> {});
            List<List<String>> world = answers(requester, asks);
            WithoutHidden without = new WithoutHidden(records, hidden);
            databases.give(without);
            progress.accept(requester.name() + " hidden " + hidden.size() + " of " + records.size());
            report.compare(requester.name(), asks, world, answers(requester, asks));
            report.look(requester.name(), asks, world, model.canaries(without.projection()));
            progress.accept(requester.name() + " " + report.findings().size() + " after "
                    + (System.nanoTime() - begun) / 1_000_000 + " ms");
        }
        return report;
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
