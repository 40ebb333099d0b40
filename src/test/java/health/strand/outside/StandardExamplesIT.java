package health.strand.outside;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.server.RunningStrand;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The R4 examples of the standard, posted one by one; every refusal stands in a table with its reason. Written anew into
 * the build folder at every run, so that a change is looked at and copied.
 */
class StandardExamplesIT {

    private static final Path TABLES = Path.of("src", "test", "resources", "outside");
    private static final RunningStrand STRAND = RunningStrand.get();

    @Test
    void takesEveryExampleOrRefusesItForTheStatedReason() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (StandardExample example : StandardExample.all()) {
            rows.put(example.name(), row(post(example)));
        }

        assertAsWritten("standard-examples.csv", rows);
    }

    /** Most of them refer to what is in no example, or has another id once it is stored; here no such reference is left. */
    @Test
    void takesEveryExampleThatRefersToWhatIsThereOrSaysWhyNot() throws IOException {
        Map<String, StandardExample> set = new HashMap<>();
        List<StandardExample> all = StandardExample.all();
        all.forEach(example -> set.putIfAbsent(example.address(), example));
        OneByOne posting = new OneByOne(set);
        all.forEach(posting::post);

        assertAsWritten("standard-examples-detached.csv", posting.rows);
    }

    /** Posts first what an example refers to; where two refer to each other, the second is only named by the first. */
    private static final class OneByOne {

        private final Map<String, StandardExample> set;
        private final Map<String, String> stored = new HashMap<>();
        private final Map<String, String> rows = new TreeMap<>();
        private final Set<String> begun = new HashSet<>();

        OneByOne(Map<String, StandardExample> set) {
            this.set = set;
        }

        void post(StandardExample example) {
            if (!begun.add(example.name())) {
                return;
            }
            for (String address : example.references()) {
                StandardExample first = set.get(address);
                if (first != null) {
                    post(first);
                }
            }
            HttpResponse<String> answer = StandardExamplesIT.post(example.referringTo(stored::get));
            answer.headers()
                    .firstValue("Location")
                    .ifPresent(location -> stored.put(
                            example.address(), location.replaceAll(".*/([A-Za-z]+/[^/]+)/_history/.*", "$1")));
            rows.put(example.name(), row(answer));
        }
    }

    private static void assertAsWritten(String table, Map<String, String> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# example,status,reason");
        rows.forEach((name, row) -> lines.add(name + "," + row));
        Path found = Path.of("target", table);
        Files.write(found, lines);

        assertThat(rows).hasSizeGreaterThan(50);
        assertThat(found).hasSameTextualContentAs(TABLES.resolve(table));
    }

    private static HttpResponse<String> post(StandardExample example) {
        return STRAND.post(
                STRAND.token("loader"), example.type(), example.resource().toString());
    }

    /** The status and what the answer says, without the lists of what would have been known. */
    private static String row(HttpResponse<String> answer) {
        return answer.statusCode() + "," + (answer.statusCode() == 201 ? "" : reason(answer));
    }

    private static String reason(HttpResponse<String> answer) {
        String text = ExactJson.parse(answer.body()).at("/issue/0/diagnostics").asText();
        if (text.startsWith("Unknown resource type")) {
            return "this type is not served";
        }
        if (text.startsWith("a resource that is referred to is not there")) {
            return "it refers to a resource that is not in the set";
        }
        return text.replace(',', ';').replace('\n', ' ');
    }
}
