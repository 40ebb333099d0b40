package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the last column of the element table says: meaning, fixed values, codes allowed, slices. */
final class ElementNotes {

    private final Links links;
    private final ElementTypes types;
    private final FixedValue fixed;

    ElementNotes(Links links) {
        this.links = links;
        this.types = new ElementTypes(links);
        this.fixed = new FixedValue(links);
    }

    Html of(ElementTree.Row row) {
        Element element = row.element();
        List<Html> notes = new ArrayList<>();
        if (!element.isRoot()) {
            notes.add(Html.text(element.json().path("short").asText()));
        }
        notes.add(remarks(element));
        notes.add(labelled("Must be ", fixed.of(element.json())));
        notes.add(binding(element.json().path("binding")));
        notes.add(slicing(element.json().path("slicing")));
        notes.add(Blocks.list(row.folded().stream()
                .map(part -> folded(element, part))
                .filter(line -> !line.isEmpty())
                .toList()));
        return Html.join(
                "",
                notes.stream()
                        .filter(note -> !note.isEmpty())
                        .map(note -> Tag.of("div").around(note))
                        .toList());
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

    /** A line about a descendant that has no row. */
    private Html folded(Element host, Element part) {
        String path = part.id().substring(host.id().length() + 1);
        if (part.isForbidden()) {
            return Html.of(Tag.code(path), Html.text(" is not there"));
        }
        List<Html> said = new ArrayList<>();
        Html value = fixed.of(part.own());
        if (!value.isEmpty()) {
            return Html.of(Tag.code(path), Html.text(" is "), value);
        }
        if (part.own().has("min") || part.own().has("max")) {
            said.add(Html.text(part.cardinality()));
        }
        if (part.own().has("type")) {
            said.add(types.of(part.own()));
        }
        return said.isEmpty() ? Html.NOTHING : Html.of(Tag.code(path), Html.text(" "), Html.join(" ", said));
    }
}
