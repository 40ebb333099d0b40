package health.strand.guide;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the tables of a rendered page into boxes of their own, so that a wide one does not make the page wide. */
final class Tables {

    private static final Pattern TABLE = Pattern.compile("<table>.*?</table>", Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("<h[1-6][^>]*>(.*?)</h[1-6]>", Pattern.DOTALL);

    private Tables() {}

    static Html boxed(Html page, String title) {
        StringBuilder boxed = new StringBuilder();
        Matcher tables = TABLE.matcher(page.source());
        int count = 0;
        while (tables.find()) {
            count++;
            String table = tables.group().replace("<th>", "<th scope=\"col\">");
            String label = "Table " + count + ", " + heading(page.source().substring(0, tables.start()), title);
            tables.appendReplacement(
                    boxed,
                    Matcher.quoteReplacement(Blocks.box(label, new Html(table)).source()));
        }
        tables.appendTail(boxed);
        return new Html(boxed.toString());
    }

    /** The nearest heading above, without markup; what stands in it is escaped already, and would be again. */
    private static String heading(String above, String title) {
        String last = title;
        Matcher headings = HEADING.matcher(above);
        while (headings.find()) {
            last = headings.group(1).replaceAll("<[^>]*>", "").replaceAll("&[a-z#0-9]+;", "");
        }
        return last;
    }
}
