package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import health.strand.profiles.Canonical;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The invariants of a profile: our own in full, the standard's folded away. */
final class RuleTable {

    private static final List<String> HEADINGS = List.of("Rule", "Where", "What it says", "FHIRPath");

    private final Map<String, Rule> ours = new LinkedHashMap<>();
    private final Map<String, Rule> standards = new LinkedHashMap<>();

    private record Rule(String path, JsonNode json) {

        String key() {
            return json.path("key").asText();
        }
    }

    RuleTable(ElementTree tree) {
        for (Element element : tree.all()) {
            for (JsonNode constraint : element.json().path("constraint")) {
                Rule rule = new Rule(element.id(), constraint);
                boolean own = constraint.path("source").asText().startsWith(Canonical.BASE);
                (own ? ours : standards).putIfAbsent(rule.key(), rule);
            }
        }
    }

    int size() {
        return ours.size();
    }

    Html html() {
        return Html.of(
                table("Rules of ours", ours),
                Blocks.folded(
                        standards.size() + " rules the standard has anyway",
                        table("Rules of the standard", standards)));
    }

    private static Html table(String label, Map<String, Rule> rules) {
        return Blocks.table(
                label, HEADINGS, rules.values().stream().map(RuleTable::row).collect(Collectors.toList()));
    }

    private static Html row(Rule rule) {
        String severity = rule.json().path("severity").asText();
        return Blocks.row(
                Html.of(
                        Tag.of("strong").around(rule.key()),
                        Html.text(" "),
                        Tag.of("span", severity).around(severity)),
                Tag.code(rule.path()),
                Html.text(rule.json().path("human").asText()),
                Tag.code(rule.json().path("expression").asText()));
    }
}
