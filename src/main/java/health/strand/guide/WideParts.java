package health.strand.guide;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the tables and listings of a rendered page into boxes, so that a wide one does not make the page wide. */
final class WideParts {

    private static final Pattern WIDE = Pattern.compile("<(table|pre)>.*?</\\1>", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("<h[1-6][^>]*>(.*?)</h[1-6]>", Pattern.DOTALL);

    private WideParts() {}

    static Html boxed(Html page, String title) {
        StringBuilder boxed = new StringBuilder();
        Matcher parts = WIDE.matcher(page.source());
        int count = 0;
        while (parts.find()) {
            count++;
            String part = parts.group().replace("<th>", "<th scope=\"col\">");
            String label = count + ", " + heading(page.source().substring(0, parts.start()), title);
            String kind = "table".equals(parts.group(1)) ? "Table " : "Listing ";
            Html box = Blocks.box(kind + label, new Html(part));
            parts.appendReplacement(boxed, Matcher.quoteReplacement(box.source()));
        }
        parts.appendTail(boxed);
        return new Html(boxed.toString());
    }

    /** The nearest heading above, without its markup. */
    private static String heading(String above, String title) {
        String last = title;
        Matcher headings = HEADING.matcher(above);
        while (headings.find()) {
            last = headings.group(1).replaceAll("<[^>]*>", "").replaceAll("&[a-z#0-9]+;", "");
        }
        return last;
    }
}
