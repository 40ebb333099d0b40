package health.strand.guide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The parts that pages are put together from. */
final class Blocks {

    private Blocks() {}

    static Html section(String anchor, String heading, Html... content) {
        Html body = Html.of(content);
        return body.isEmpty()
                ? Html.NOTHING
                : Tag.of("section", anchor)
                        .around(Tag.of("h2").with("id", anchor).around(heading), body);
    }

    static Html paragraph(String text) {
        return text.isEmpty() ? Html.NOTHING : Tag.of("p").around(text);
    }

    static Html list(Collection<Html> items) {
        return items.isEmpty()
                ? Html.NOTHING
                : Tag.of("ul")
                        .around(items.stream()
                                .map(item -> Tag.of("li").around(item))
                                .toArray(Html[]::new));
    }

    /** A box that what is wider than the page moves in, by keyboard too. */
    static Html box(String label, Html wide) {
        return Tag.of("div", "scroll")
                .with("role", "region")
                .with("aria-label", label)
                .with("tabindex", "0")
                .around(wide);
    }

    static Html table(String label, List<String> headings, List<Html> rows) {
        if (rows.isEmpty()) {
            return Html.NOTHING;
        }
        Html head = Html.join(
                "",
                headings.stream()
                        .map(heading -> Tag.of("th").with("scope", "col").around(heading))
                        .toList());
        return box(
                label,
                Tag.of("table")
                        .around(
                                Tag.of("thead").around(Tag.of("tr").around(head)),
                                Tag.of("tbody").around(rows.toArray(Html[]::new))));
    }

    static Html row(Html... cells) {
        return Tag.of("tr").around(cells(cells));
    }

    static Html cells(Html... cells) {
        List<Html> made = new ArrayList<>();
        for (Html cell : cells) {
            made.add(Tag.of("td").around(cell));
        }
        return Html.join("", made);
    }

    static Html folded(String summary, Html content) {
        return content.isEmpty()
                ? Html.NOTHING
                : Tag.of("details").around(Tag.of("summary").around(summary), content);
    }
}
