package health.strand.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One row of the acceptance matrix: what a patient has decided, who then sees what, and why.
 *
 * @param appointment with whom, if anybody, from and until how many minutes from now; empty for none
 * @param consents as they are written in the file
 * @param asks persona to the names of the items they see; all others are absent
 * @param why persona to what is said of why, as it is written in the file
 */
record AccessCase(
        String id,
        String says,
        int teamUntil,
        Map<String, Object> appointment,
        List<Map<String, Object>> consents,
        Map<String, Set<String>> asks,
        Map<String, Object> why) {

    private static final Set<String> CARE = Set.of("patient", "density", "study", "file", "encounter", "team");
    private static final Map<String, Map<String, String>> USUAL = read("usual.yaml");

    /** One nobody asks about, to make a world of. */
    static AccessCase world(String id, String says, List<Map<String, Object>> consents) {
        return new AccessCase(id, says, 1000, Map.of(), consents, Map.of(), Map.of());
    }

    @SuppressWarnings("unchecked")
    static List<AccessCase> all(String file) {
        List<Map<String, Object>> rows = read(file);
        List<AccessCase> cases = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Map<String, Set<String>> asks = new TreeMap<>();
            ((Map<String, List<String>>) Objects.requireNonNull(row.get("asks")))
                    .forEach((who, items) -> asks.put(who, expand(items)));
            Map<String, Integer> team = (Map<String, Integer>) row.getOrDefault("team", Map.of("until", 1000));
            cases.add(new AccessCase(
                    text(row, "id"),
                    text(row, "says"),
                    team.getOrDefault("until", 0),
                    (Map<String, Object>) row.getOrDefault("appointment", Map.of()),
                    (List<Map<String, Object>>) row.getOrDefault("consents", List.of()),
                    asks,
                    (Map<String, Object>) row.getOrDefault("why", Map.of())));
        }
        return cases;
    }

    private static <T> T read(String file) {
        try (InputStream in = AccessCase.class.getResourceAsStream("/access-cases/" + file)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * Why a persona sees an item, or does not. A reason alone is that of all they see if it permits, and of all they do
     * not see otherwise; two are one of each; reasons by item are those of these items. What is not said is as usual.
     */
    String reason(String who, String item) {
        Map<String, String> usual = USUAL.getOrDefault(who, Map.of());
        String reason = of(item, usual, usual.getOrDefault("rest", "not said"));
        for (Object said : said(who)) {
            reason = said instanceof Map<?, ?> byItem
                    ? of(item, byItem, reason)
                    : speaksOf(said.toString(), who, item) ? said.toString() : reason;
        }
        return reason;
    }

    /** Several items for one reason stand together. */
    private static String of(String item, Map<?, ?> byItems, String otherwise) {
        return byItems.entrySet().stream()
                .filter(each -> List.of(each.getKey().toString().split(" ")).contains(item))
                .map(each -> each.getValue().toString())
                .findFirst()
                .orElse(otherwise);
    }

    private List<?> said(String who) {
        Object said = why.get(who);
        return said == null ? List.of() : said instanceof List<?> several ? several : List.of(said);
    }

    private boolean speaksOf(String reason, String who, String item) {
        return reason.startsWith("permitted")
                == Objects.requireNonNull(asks.get(who)).contains(item);
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
