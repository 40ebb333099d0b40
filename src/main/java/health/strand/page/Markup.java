package health.strand.page;

/** Writes HTML; whatever text goes into it is escaped on the way. */
public final class Markup {

    private final StringBuilder written = new StringBuilder();

    /** What was written by this class, or is a constant of the code. */
    public Markup raw(String html) {
        written.append(html);
        return this;
    }

    /** A text, escaped. */
    public Markup text(String text) {
        written.append(escaped(text));
        return this;
    }

    /** An element with a text in it; what follows its name in {@code tag} are attributes. */
    public Markup element(String tag, String text) {
        int end = tag.indexOf(' ');
        return raw("<" + tag + ">").text(text).raw("</" + (end < 0 ? tag : tag.substring(0, end)) + ">");
    }

    /** Begins a table; the keys are of its caption and of its columns. */
    public void head(PageWords words, String caption, String... columns) {
        raw("<div class=\"wide\"><table>").element("caption", words.of(caption)).raw("<thead><tr>");
        for (String column : columns) {
            element("th scope=\"col\"", words.of(column));
        }
        raw("</tr></thead><tbody>");
    }

    /** A row of a table; its first cell says what it is about. */
    public void row(String first, String... others) {
        raw("<tr>").element("th scope=\"row\"", first);
        for (String other : others) {
            element("td", other);
        }
        raw("</tr>");
    }

    /** Ends a table. */
    public void foot() {
        raw("</tbody></table></div>");
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(each);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return written.toString();
    }
}
