package health.strand.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One row of the acceptance matrix: what a patient has decided, and who then sees what.
 *
 * @param consents as they are written in the file
 * @param asks persona to the names of the items they see; all others are absent
 */
record AccessCase(
        String id, String says, int teamUntil, List<Map<String, Object>> consents, Map<String, Set<String>> asks) {

    private static final Set<String> CARE = Set.of("patient", "density", "study", "file", "encounter", "team");

    @SuppressWarnings("unchecked")
    static List<AccessCase> all(String file) throws IOException {
        try (InputStream in = AccessCase.class.getResourceAsStream("/access-cases/" + file)) {
            List<Map<String, Object>> rows = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            List<AccessCase> cases = new ArrayList<>();
            for (Map<String, Object> row : rows) {
                Map<String, Set<String>> asks = new java.util.TreeMap<>();
                ((Map<String, List<String>>) Objects.requireNonNull(row.get("asks")))
                        .forEach((who, items) -> asks.put(who, expand(items)));
                Map<String, Integer> team = (Map<String, Integer>) row.getOrDefault("team", Map.of("until", 1000));
                cases.add(new AccessCase(
                        text(row, "id"),
                        text(row, "says"),
                        team.getOrDefault("until", 0),
                        (List<Map<String, Object>>) row.getOrDefault("consents", List.of()),
                        asks));
            }
            return cases;
        }
    }

    private static String text(Map<String, Object> row, String key) {
        return String.valueOf(row.get(key));
    }

    private static Set<String> expand(List<String> items) {
        Set<String> all = new TreeSet<>();
        for (String item : items) {
            if ("care".equals(item)) {
                all.addAll(CARE);
            } else if (item.startsWith("-")) {
                all.remove(item.substring(1));
            } else {
                all.add(item);
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return id + " " + says;
    }
}
