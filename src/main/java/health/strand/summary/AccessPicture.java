package health.strand.summary;

import health.strand.page.Fact;
import health.strand.page.Markup;
import health.strand.page.PageWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws who can see which class: a row for everybody, a column for every class, a mark where they meet. */
final class AccessPicture {

    private record Row(String who, String why, Map<String, String> marks) {}

    private final PageWords words;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<String> classes;

    AccessPicture(PageWords words, List<String> classes, List<Fact> sights) {
        this.words = words;
        this.classes = classes;
        sights.forEach(this::add);
    }

    private void add(Fact sight) {
        String who = words.who(sight);
        String why = why(sight);
        Row row = rows.computeIfAbsent(who + "|" + why, any -> new Row(who, why, new HashMap<>()));
        row.marks.merge(sight.the("class"), sight.the("extent"), (one, other) -> "all".equals(one) ? one : other);
    }

    private String why(Fact sight) {
        Set<String> reasons = new LinkedHashSet<>();
        if (!sight.all("consent").isEmpty()) {
            reasons.add(words.of("because.consent"));
        }
        boolean treats = "treating".equals(sight.the("relation"));
        for (String because : sight.all("because")) {
            reasons.add(
                    treats && because.startsWith("role-reads")
                            ? words.of("because.treats")
                            : words.code("because", because));
        }
        String why = String.join(", ", reasons);
        return sight.one("until")
                .map(until -> why + " " + words.of("until", words.day(until)))
                .orElse(why);
    }

    void drawInto(Markup page) {
        page.raw("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-labelledby=\"picture\"><table>");
        page.element("caption id=\"picture\"", words.of("picture.caption"));
        page.raw("<thead><tr>")
                .element("th scope=\"col\"", words.of("who"))
                .element("th scope=\"col\"", words.of("why"));
        classes.forEach(each -> page.element("th scope=\"col\"", words.code("class", each)));
        page.raw("</tr></thead><tbody>");
        for (Row row : new ArrayList<>(rows.values())) {
            page.raw("<tr>").element("th scope=\"row\"", row.who).element("td", row.why);
            classes.forEach(each -> mark(page, row.marks.getOrDefault(each, "none")));
            page.raw("</tr>");
        }
        page.raw("</tbody></table></div>").element("p", words.of("picture.marks"));
    }

    /** A form and not a colour, with a word for who does not see it. */
    private void mark(Markup page, String extent) {
        String form = switch (extent) {
            case "all" -> "<circle cx=\"8\" cy=\"8\" r=\"6\" fill=\"currentColor\"/>";
            case "part" ->
                "<circle cx=\"8\" cy=\"8\" r=\"6\" fill=\"none\" stroke=\"currentColor\"/>"
                        + "<path d=\"M8 2a6 6 0 0 1 0 12z\" fill=\"currentColor\"/>";
            default -> "<path d=\"M4 8h8\" stroke=\"currentColor\"/>";
        };
        page.raw("<td class=\"mark " + ("none".equals(extent) ? "none" : "some") + "\">")
                .raw("<svg width=\"16\" height=\"16\" viewBox=\"0 0 16 16\" role=\"img\"><title>")
                .text(words.code("extent", extent))
                .raw("</title>" + form + "</svg></td>");
    }
}
