package health.strand.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What stands around every page: head, navigation, foot. */
final class Frame {

    private final String version;

    Frame(String version) {
        this.version = version;
    }

    String html(Page page) {
        return html(page, "");
    }

    /** @param root what leads from the page to the folder of the guide; empty where they lie together */
    String html(Page page, String root) {
        return "<!doctype html>\n"
                + Tag.of("html")
                        .with("lang", "en")
                        .around(head(page, root), Tag.of("body").around(body(page, root)))
                        .source()
                + "\n";
    }

    private static Html head(Page page, String root) {
        return new Html("<head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\">"
                + Tag.of("title").around(page.title() + " · Strand").source()
                + "<link rel=\"stylesheet\" href=\"" + root + "guide.css\">"
                + "<link rel=\"icon\" href=\"" + root + "mark.svg\" type=\"image/svg+xml\"></head>");
    }

    private Html body(Page page, String root) {
        return Html.of(
                Tag.of("a", "skip").with("href", "#main").around("Skip to the content"),
                masthead(root),
                Tag.of("div", "frame")
                        .around(
                                navigation(page, root),
                                Tag.of("main")
                                        .with("id", "main")
                                        .with("tabindex", "-1")
                                        .around(page.main(), onward(page, root))),
                Tag.of("footer")
                        .around(Blocks.paragraph("Strand " + version
                                + ". An open FHIR R4 record server for hair-restoration clinics. Apache-2.0.")));
    }

    private Html masthead(String root) {
        return Tag.of("header", "masthead")
                .around(
                        Tag.of("a", "brand")
                                .with("href", root + "index.html")
                                .around(
                                        new Html("<img src=\"" + root
                                                + "mark.svg\" alt=\"\" width=\"28\" height=\"28\">"),
                                        Html.text("Strand")),
                        Tag.of("span", "tagline").around("Implementation guide, FHIR R4, version " + version));
    }

    private static Html navigation(Page page, String root) {
        List<Html> pages = new ArrayList<>();
        ReadingOrder.PAGES.forEach(entry -> pages.add(item(root, entry.file(), entry.label(), page)));
        List<Html> kinds = new ArrayList<>();
        kinds.add(item(root, ArtifactIndex.FILE, "All artifacts", page));
        Arrays.stream(Kind.values())
                .forEach(kind -> kinds.add(item(root, ArtifactIndex.FILE + "#" + kind.anchor(), kind.heading(), page)));
        return Tag.of("nav")
                .with("aria-label", "Guide")
                .around(
                        Tag.of("ol").around(pages.toArray(Html[]::new)),
                        Tag.of("ul").around(kinds.toArray(Html[]::new)));
    }

    private static Html item(String root, String address, String label, Page page) {
        Tag link = Tag.of("a").with("href", root + address);
        return Tag.of("li")
                .around((page.place().equals(address) ? link.with("aria-current", "page") : link).around(label));
    }

    /** To the page before and the page after, for whoever reads in order. */
    private static Html onward(Page page, String root) {
        List<ReadingOrder.Entry> pages = ReadingOrder.PAGES;
        List<Html> links = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).file().equals(page.file())) {
                if (i > 0) {
                    links.add(step("before", "Before: ", root, pages.get(i - 1)));
                }
                if (i + 1 < pages.size()) {
                    links.add(step("after", "Next: ", root, pages.get(i + 1)));
                }
            }
        }
        return links.isEmpty()
                ? Html.NOTHING
                : Tag.of("nav", "onward").with("aria-label", "Reading order").around(links.toArray(Html[]::new));
    }

    private static Html step(String cssClass, String label, String root, ReadingOrder.Entry entry) {
        return Tag.of("a", cssClass).with("href", root + entry.file()).around(label + entry.label());
    }
}
