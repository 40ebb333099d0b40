package health.strand.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The list of a long page's sections. */
final class Outline {

    private static final Pattern SECTION = Pattern.compile("<h2 id=\"([^\"]+)\">(.*?)</h2>", Pattern.DOTALL);
    private static final int WORTH_A_LIST = 4;

    private Outline() {}

    /** The page with the list behind its heading, if it is long enough for one. */
    static Html of(Html page) {
        List<Html> items = new ArrayList<>();
        Matcher sections = SECTION.matcher(page.source());
        while (sections.find()) {
            items.add(Tag.of("li")
                    .around(Tag.of("a")
                            .with("href", "#" + sections.group(1))
                            .around(new Html(sections.group(2).replaceAll("</?a[^>]*>", "")))));
        }
        if (items.size() < WORTH_A_LIST) {
            return page;
        }
        Html list = Tag.of("nav", "outline")
                .with("aria-label", "On this page")
                .around(Tag.of("ul").around(items.toArray(Html[]::new)));
        int headed = page.source().indexOf("</h1>") + "</h1>".length();
        return new Html(page.source().substring(0, headed))
                .and(list)
                .and(new Html(page.source().substring(headed)));
    }
}
