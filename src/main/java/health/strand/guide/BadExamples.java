package health.strand.guide;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What must fail, and for which rule; the tests try each of them. */
record BadExamples(List<Bad> all) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /**
     * One of them.
     *
     * @param name says what is wrong
     * @param from the good example it was made from
     * @param reason the rule or the value set it fails for
     */
    record Bad(String name, String from, String reason) {

        private static Bad of(JsonNode entry) {
            String reason = entry.path("rule").asText();
            String set = entry.path("binding").asText();
            return new Bad(
                    entry.path("name").asText(),
                    entry.path("from").asText(),
                    reason.isEmpty() ? set.isEmpty() ? entry.path("says").asText() : "codes of " + set : reason);
        }
    }

    static BadExamples read(Path folder) throws IOException {
        List<Bad> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                YAML.readValue(file.toFile(), new TypeReference<List<JsonNode>>() {})
                        .forEach(entry -> all.add(Bad.of(entry)));
            }
        }
        return new BadExamples(all);
    }

    /** Those made from one of the given good examples. */
    List<Bad> from(List<Artifact> examples) {
        List<String> names = examples.stream().map(Artifact::name).toList();
        return all.stream().filter(bad -> names.contains(bad.from())).toList();
    }
}
