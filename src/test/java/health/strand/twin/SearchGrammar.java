package health.strand.twin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Draws searches: every type, every kind of parameter and modifier, chains, inclusions, orders and pages. */
final class SearchGrammar {

    private static final Map<String, List<String>> MODIFIERS = Map.of(
            "token", List.of("", "", "", ":not", ":text", ":in", ":above", ":below", ":missing"),
            "string", List.of("", "", ":contains", ":exact", ":missing"),
            "reference", List.of("", "", "", ":identifier", ":missing"),
            "date", List.of("", "", "", ":missing"),
            "quantity", List.of("", "", "", ":missing"),
            "number", List.of("", "", ":missing"),
            "uri", List.of("", ":above", ":below", ":missing"));

    private final Words words;
    private final Model model;
    private final SearchSpace space;

    SearchGrammar(Model model, SearchSpace space) {
        this.words = model.words();
        this.model = model;
        this.space = space;
    }

    /** One search, by GET or POST. */
    Ask one() {
        String type = words.chance(6) ? words.one(space.types()) : words.one(searched());
        Drawn drawn = draw(type);
        String query = drawn.query + (words.chance(2) ? "" : "&" + shape(type));
        Ask ask = words.chance(6) ? Ask.form(type, query) : Ask.get(type + "?" + query);
        return ask.in(drawn.row);
    }

    private record Drawn(String row, String query) {}

    private Drawn draw(String type) {
        return switch (words.below(12)) {
            case 0 -> new Drawn("L07", "_total=accurate&_count=" + (1 + words.below(4)));
            case 1 -> new Drawn("L07", parameter(type) + "&_summary=count");
            case 2 -> new Drawn("L08", parameter(type) + "&_count=" + (1 + words.below(3)) + "&_total=accurate");
            case 3 -> new Drawn("L10", includes(type));
            case 4 -> new Drawn("L11", chain(type));
            case 5 -> new Drawn("L12", has(type));
            case 6 -> new Drawn("L14", sort(type));
            case 7 -> new Drawn("L17", meta(type));
            case 8 -> new Drawn("L06", "_id=" + String.join(",", Model.some(3, () -> id(type))));
            case 9 -> new Drawn("L13", parameter(type) + "&" + parameter(type));
            case 10 -> new Drawn("L15", "_elements=" + words.one(List.of("id", "status", "code,subject", "meta")));
            default -> new Drawn("L06", parameter(type));
        };
    }

    private List<String> searched() {
        return model.types().stream().filter(space.types()::contains).toList();
    }

    private String id(String type) {
        String reference = model.reference(type);
        return reference.substring(reference.indexOf('/') + 1);
    }

    /** One parameter with a value. */
    private String parameter(String type) {
        List<String> names = space.of(type).keySet().stream()
                .filter(each -> !each.startsWith("_"))
                .toList();
        if (names.isEmpty()) {
            return "_lastUpdated=gt2020-01-01";
        }
        String name = words.one(names);
        String kind = String.valueOf(space.of(type).get(name));
        String modifier = words.one(MODIFIERS.getOrDefault(kind, List.of("")));
        return name + modifier + "=" + value(type, kind, modifier);
    }

    private String value(String type, String kind, String modifier) {
        String value = switch (modifier) {
            case ":missing" -> words.chance(2) ? "true" : "false";
            case ":identifier" -> model.value(type, "token");
            case ":text", ":contains" -> model.text().substring(0, 3);
            case ":in" -> "http://hl7.org/fhir/ValueSet/observation-status";
            default -> model.value(type, kind);
        };
        return encoded(words.chance(8) && modifier.isEmpty() ? value + "," + model.value(type, kind) : value);
    }

    private String includes(String type) {
        StringBuilder query = new StringBuilder("_count=" + (1 + words.below(5)));
        if (!space.includes(type).isEmpty()) {
            query.append("&_include").append(iterate()).append('=').append(words.one(space.includes(type)));
        }
        if (!space.revincludes(type).isEmpty()) {
            query.append("&_revinclude").append(iterate()).append('=').append(words.one(space.revincludes(type)));
        }
        if (words.chance(4)) {
            query.append("&_include=*");
        }
        if (words.chance(4)) {
            query.append("&_revinclude=*");
        }
        return query.toString();
    }

    private String iterate() {
        return words.chance(3) ? ":iterate" : "";
    }

    private String chain(String type) {
        List<String> references = space.named(type, "reference");
        if (references.isEmpty()) {
            return parameter(type);
        }
        String target = words.one(List.of("Patient", "Patient", "Observation", "Encounter", "Practitioner"));
        String rest = words.chance(4) ? chain(target) : parameter(target);
        return words.one(references) + ":" + target + "." + rest + (words.chance(3) ? "&_summary=count" : "");
    }

    private String has(String type) {
        String from = words.one(searched());
        List<String> references = space.named(from, "reference");
        if (references.isEmpty()) {
            return parameter(type);
        }
        String inner = words.chance(4) ? has(from) : parameter(from);
        String nested = inner.startsWith("_has") || !inner.startsWith("_") ? inner : "_id=" + id(from);
        return "_has:" + from + ":" + words.one(references) + ":" + nested;
    }

    private String sort(String type) {
        List<String> names = List.copyOf(space.of(type).keySet());
        String by = names.isEmpty() || words.chance(4) ? "_lastUpdated" : words.one(names);
        return "_sort=" + (words.chance(2) ? "-" : "") + by + "&_count=" + (2 + words.below(4)) + "&_total=accurate";
    }

    private String meta(String type) {
        return switch (words.below(5)) {
            case 0 -> "_security=" + encoded(model.value(type, "token"));
            case 1 -> "_security:not=" + encoded(words.one(List.of("GDIS", "R", "N", "V", "SEX")));
            case 2 -> "_tag=" + encoded(model.value(type, "token"));
            case 3 -> "_profile=https://strand.health/fhir/StructureDefinition/hr-extended-consent";
            default -> "_security=" + words.one(List.of("GDIS", "R", "N", "V", "SEX", "IDS", "NOPAT"));
        };
    }

    private String shape(String type) {
        return switch (words.below(6)) {
            case 0 -> "_total=accurate";
            case 1 -> "_summary=" + words.one(List.of("true", "text", "data", "count"));
            case 2 -> "_elements=id";
            case 3 -> "_lastUpdated=" + words.one(List.of("gt", "lt")) + "2026-01-01";
            case 4 -> sort(type);
            default -> "_count=" + (1 + words.below(5));
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%2F", "/");
    }
}
