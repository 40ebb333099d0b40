package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The page of a code system, with every code it has here. */
final class CodeSystemPage {

    private static final List<String> HEADINGS = List.of("Code", "Display", "Meaning");
    private static final int DEEPEST = 6;

    private CodeSystemPage() {}

    static Html html(Artifact system) {
        List<Html> rows = new ArrayList<>();
        system.json().path("concept").forEach(concept -> row(concept, 0, rows));
        String content = system.text("content");
        return Html.of(
                new Facts()
                        .add("Content", "fragment".equals(content) ? "an excerpt: other codes exist" : content)
                        .add("Codes", Integer.toString(rows.size()))
                        .add("Notice", system.text("copyright"))
                        .html(),
                Blocks.section("codes", "Codes", Blocks.table("Codes of " + system.title(), HEADINGS, rows)));
    }

    private static void row(JsonNode concept, int depth, List<Html> rows) {
        String code = concept.path("code").asText();
        rows.add(Tag.of("tr")
                .with("id", Links.anchor(code))
                .around(
                        Tag.of("th", "d" + Math.min(depth, DEEPEST))
                                .with("scope", "row")
                                .around(Tag.code(code)),
                        Blocks.cells(
                                Html.text(concept.path("display").asText()),
                                Html.text(concept.path("definition").asText()))));
        concept.path("concept").forEach(child -> row(child, depth + 1, rows));
    }
}
