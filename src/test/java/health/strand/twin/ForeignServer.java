package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Asks a server whose database is out of reach: first as it is, twice, then with something hidden written into it. What
 * was answered alike twice and otherwise then tells of the hidden.
 */
final class ForeignServer {

    private static final List<String> WRITES = List.of("L23", "L31", "L32", "L33", "L34", "L35", "L37");

    private static final List<String> OF_OTHER_KINDS = List.of("L05", "L16", "L20", "L44", "L45", "L46", "L60");

    private final TwinOptions options;
    private final Words words;
    private final FhirClient admin;

    ForeignServer(TwinOptions options) {
        this.options = options;
        this.words = new Words(new Random(options.seed() * 7919 + Instant.now().getEpochSecond()));
        this.admin = client("admin");
    }

    private FhirClient client(String name) {
        return new FhirClient(
                options.base(),
                java.util.Objects.requireNonNull(options.tokens().get(name)));
    }

    Report ask(Consumer<String> progress) {
        Report report = new Report(options.seed());
        SearchSpace space =
                new SearchSpace(Json.read(admin.ask(Ask.get("metadata")).body()));
        HiddenThings hidden = new HiddenThings(words, options.subject(), options.label());
        Map<String, Questions> all = new LinkedHashMap<>();
        options.tokens().keySet().stream().filter(each -> !each.equals("admin")).forEach(name -> {
            progress.accept("  " + name + ": asking before");
            all.put(name, new Questions(name, space, hidden));
        });
        Loader loader = new Loader(admin);
        hidden.write(loader);
        try {
            all.forEach((name, questions) -> {
                progress.accept("  " + name + ": asking after");
                questions.compare(report);
            });
        } finally {
            hidden.remove(loader);
        }
        OF_OTHER_KINDS.forEach(row -> report.untested(row, "nothing of that kind is hidden in another server"));
        LeakRegister.ROWS.stream()
                .filter(row -> row.asked().equals("not offered"))
                .forEach(row -> report.untested(row.number(), "no request of it is in the grammar"));
        WRITES.forEach(row -> report.untested(row, "nothing is written in a requester's name on another server"));
        report.untested("L51", "the logs of another server are out of reach");
        return report;
    }

    /** The questions of one requester, and how they were answered before. */
    private final class Questions {

        private final String name;
        private final FhirClient client;
        private final HiddenThings hidden;
        private final List<Ask> asks = new ArrayList<>();
        private final List<List<String>> before = new ArrayList<>();
        private final Model model;
        private final Set<String> known = new HashSet<>();
        private int unstable;

        Questions(String name, SearchSpace space, HiddenThings hidden) {
            this.name = name;
            this.client = client(name);
            this.hidden = hidden;
            List<StoredRecord> world = new ArrayList<>(hidden.records());
            for (String type : List.of("Patient", "Encounter", "Observation", "Condition", "Practitioner")) {
                world.addAll(seen(type));
            }
            this.model = new Model(words, world, Set.copyOf(hidden.records()), new Projection(Set.of()), false);
            int share = Math.max(
                    1, options.requests() / Math.max(1, options.tokens().size() - 1));
            List<Ask> drawn = Grammar.readings(model, space, share);
            world.forEach(each -> known.add(each.id()));
            List<List<String>> once = answers(drawn);
            List<List<String>> again = answers(drawn);
            for (int i = 0; i < drawn.size(); i++) {
                if (once.get(i).equals(again.get(i))) {
                    asks.add(drawn.get(i));
                    before.add(once.get(i));
                } else {
                    unstable++;
                }
            }
        }

        private List<StoredRecord> seen(String type) {
            Answer answer = client.ask(Ask.get(type + "?_count=10"));
            List<StoredRecord> found = new ArrayList<>();
            if (answer.status() == 200) {
                for (JsonNode entry : Json.read(answer.body()).path("entry")) {
                    JsonNode body = entry.path("resource");
                    if (body.path("resourceType").asText().equals(type)) {
                        found.add(new StoredRecord(
                                0,
                                type + "/" + body.path("id").asText(),
                                false,
                                Instant.EPOCH,
                                List.of(new StoredRecord.Version(1, body, Set.of(), Instant.EPOCH))));
                    }
                }
            }
            return found;
        }

        private List<List<String>> answers(List<Ask> questions) {
            World world = new World(client, new NormalAnswer(known, Instant.now()));
            List<List<String>> answers = new ArrayList<>();
            for (Ask ask : questions) {
                Ask real = new Ask(
                        ask.row(),
                        ask.method(),
                        hidden.real(ask.path()),
                        ask.headers(),
                        ask.body() == null ? null : hidden.real(ask.body()));
                answers.add(world.ask(real).stream().map(hidden::asNamed).toList());
            }
            return answers;
        }

        void compare(Report report) {
            List<String> open = hidden.records().stream()
                    .map(StoredRecord::reference)
                    .filter(each -> client.ask(Ask.get(hidden.real(each))).status() == 200)
                    .toList();
            if (!open.isEmpty()) {
                report.note(name + " may read what was meant to be hidden (" + open.size() + " of "
                        + hidden.records().size() + "), so nothing is said about " + name);
                return;
            }
            known.addAll(hidden.records().stream()
                    .map(each -> hidden.real(each.id()))
                    .toList());
            List<List<String>> after = answers(asks);
            report.compare(name, asks, after, before);
            report.look(name, asks, after, model.canaries());
            if (unstable > 0) {
                report.note(unstable + " requests of " + name + " are answered otherwise each time and were left out");
            }
            if (options.timed() > 0) {
                List<StoredRecord> real = hidden.records().stream()
                        .map(each -> new StoredRecord(
                                0, hidden.real(each.reference()), false, each.created(), each.versions()))
                        .toList();
                TimedPairs.measure(report, name, client, real, options.timed());
            }
        }
    }
}
