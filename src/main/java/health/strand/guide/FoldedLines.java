package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a slice says of the elements below it, in as few lines as it takes. */
final class FoldedLines {

    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String QUANTITY = "value[x]";

    private final Displays displays;
    private final ElementTypes types;
    private final FixedValue fixed;

    FoldedLines(Links links) {
        this.displays = links.displays();
        this.types = new ElementTypes(links);
        this.fixed = new FixedValue(links);
    }

    List<Html> of(ElementTree.Row row) {
        Map<String, Element> parts = parts(row);
        List<Html> lines = new ArrayList<>();
        boolean measured = parts.containsKey(QUANTITY)
                && UCUM.equals(own(parts, QUANTITY + ".system", "patternUri"))
                && !own(parts, QUANTITY + ".code", "patternCode").isEmpty();
        parts.forEach((path, part) -> {
            if (!measured || !path.startsWith(QUANTITY)) {
                lines.add(line(path, part));
            } else if (path.equals(QUANTITY)) {
                lines.add(line(path, part)
                        .and(Html.text(" in "))
                        .and(Tag.code(own(parts, QUANTITY + ".code", "patternCode"))));
            }
        });
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    /** What the code of a slice means; empty for slices that are not told apart by one of our codes. */
    String meaning(ElementTree.Row row) {
        Element code = parts(row).get("code");
        JsonNode coding = code == null
                ? row.element()
                        .own()
                        .path("patternCodeableConcept")
                        .path("coding")
                        .path(0)
                : code.own().path("patternCodeableConcept").path("coding").path(0);
        return displays.of(coding.path("system").asText(), coding.path("code").asText());
    }

    private static Map<String, Element> parts(ElementTree.Row row) {
        Map<String, Element> parts = new LinkedHashMap<>();
        row.folded()
                .forEach(
                        part -> parts.put(part.id().substring(row.element().id().length() + 1), part));
        return parts;
    }

    private static String own(Map<String, Element> parts, String path, String name) {
        Element part = parts.get(path);
        return part == null ? "" : part.own().path(name).asText();
    }

    private Html line(String path, Element part) {
        if (part.isForbidden()) {
            return Html.of(Tag.code(path), Html.text(" is not there"));
        }
        Html value = fixed.of(part.own());
        if (!value.isEmpty()) {
            return Html.of(Tag.code(path), Html.text(" is "), value);
        }
        List<Html> said = new ArrayList<>();
        if (part.own().has("min") || part.own().has("max")) {
            said.add(Html.text(part.cardinality()));
        }
        if (part.own().has("type")) {
            said.add(types.of(part.own()));
        }
        return said.isEmpty() ? Html.NOTHING : Html.of(Tag.code(path), Html.text(" "), Html.join(" ", said));
    }
}
