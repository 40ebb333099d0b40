package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The table of a profile's elements. */
final class ElementTable {

    private static final List<String> HEADINGS = List.of("Element", "Flags", "Card.", "Type", "What it says");
    private static final int DEEPEST = 6;

    private final ElementTypes types;
    private final ElementNotes notes;

    ElementTable(Links links) {
        this.types = new ElementTypes(links);
        this.notes = new ElementNotes(links);
    }

    Html of(ElementTree tree, String title) {
        return Blocks.table(
                "Elements of " + title,
                HEADINGS,
                tree.rows().stream().map(this::row).toList());
    }

    private Html row(ElementTree.Row row) {
        Element element = row.element();
        Html name = Tag.of("span", element.isForbidden() ? "gone" : "step").around(element.step());
        return Tag.of("tr", element.isOwn() || element.isRoot() ? "own" : "base")
                .with("id", element.anchor())
                .around(
                        Tag.of("th", "d" + Math.min(element.depth(), DEEPEST))
                                .with("scope", "row")
                                .around(name),
                        Blocks.cells(
                                flags(element),
                                Html.text(element.isRoot() ? "" : element.cardinality()),
                                element.isForbidden() ? Html.NOTHING : types.of(element.json()),
                                notes.of(row)));
    }

    private static Html flags(Element element) {
        List<Html> flags = new ArrayList<>();
        if (element.mustBeSupported()) {
            flags.add(flag("S", "must be supported"));
        }
        if (element.isModifier()) {
            flags.add(flag("?!", "changes the meaning of the whole"));
        }
        JsonNode constraints = element.own().path("constraint");
        if (!constraints.isEmpty() && !constraints.isMissingNode()) {
            flags.add(flag("R", "has rules"));
        }
        return Html.join(" ", flags);
    }

    private static Html flag(String sign, String meaning) {
        return Tag.of("abbr").with("title", meaning).around(sign);
    }
}
