package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the last column of the element table says: meaning, fixed values, codes allowed, slices. */
final class ElementNotes {

    private final Links links;
    private final FixedValue fixed;
    private final FoldedLines folded;

    ElementNotes(Links links) {
        this.links = links;
        this.fixed = new FixedValue(links);
        this.folded = new FoldedLines(links);
    }

    Html of(ElementTree.Row row) {
        Element element = row.element();
        List<Html> notes = new ArrayList<>();
        if (!element.isRoot()) {
            notes.add(Html.text(meaning(row)));
        }
        notes.add(remarks(element));
        notes.add(labelled("Must be ", fixed.of(element.json())));
        if (!element.isForbidden()) {
            notes.add(binding(element.json().path("binding")));
        }
        notes.add(slicing(element.json().path("slicing")));
        notes.add(Blocks.list(folded.of(row)));
        return Html.join(
                "",
                notes.stream()
                        .filter(note -> !note.isEmpty())
                        .map(note -> Tag.of("div").around(note))
                        .toList());
    }

    /** An extension and a slice are explained by what they are; what the base says of all of them explains nothing. */
    private String meaning(ElementTree.Row row) {
        Element element = row.element();
        String general = element.json().path("short").asText();
        if (element.own().has("short") || !element.isSlice()) {
            return general;
        }
        String code = folded.meaning(row);
        if (!code.isEmpty()) {
            return code;
        }
        JsonNode type = element.json().path("type").path(0);
        return links.artifacts()
                .at(type.path("profile").path(0).asText())
                .map(Artifact::description)
                .orElse(general);
    }

    private static Html remarks(Element element) {
        String comment = element.own().path("comment").asText();
        return comment.isEmpty() ? Html.NOTHING : Tag.of("span", "remark").around(comment);
    }

    private static Html labelled(String label, Html value) {
        return value.isEmpty() ? value : Html.text(label).and(value);
    }

    private Html binding(JsonNode binding) {
        String set = binding.path("valueSet").asText();
        return set.isEmpty()
                ? Html.NOTHING
                : Html.of(
                        Html.text("Codes: "),
                        links.canonical(set),
                        Html.text(" "),
                        Tag.of("span", "strength")
                                .around(binding.path("strength").asText()));
    }

    private static Html slicing(JsonNode slicing) {
        List<Html> by = new ArrayList<>();
        for (JsonNode discriminator : slicing.path("discriminator")) {
            if (!"url".equals(discriminator.path("path").asText())) {
                by.add(Html.of(
                        Html.text("the " + discriminator.path("type").asText() + " of "),
                        Tag.code(discriminator.path("path").asText())));
            }
        }
        return by.isEmpty()
                ? Html.NOTHING
                : Html.of(
                        Html.text("Told apart by "),
                        Html.join(" and ", by),
                        Html.text("; " + slicing.path("rules").asText()));
    }
}
