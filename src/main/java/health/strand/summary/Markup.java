package health.strand.summary;

/** Writes HTML; whatever text goes into it is escaped on the way. */
final class Markup {

    private final StringBuilder written = new StringBuilder();

    /** What was written by this class, or is a constant of this room. */
    Markup raw(String html) {
        written.append(html);
        return this;
    }

    Markup text(String text) {
        written.append(escaped(text));
        return this;
    }

    /** An element with a text in it; what follows its name in {@code tag} are attributes. */
    Markup element(String tag, String text) {
        int end = tag.indexOf(' ');
        return raw("<" + tag + ">").text(text).raw("</" + (end < 0 ? tag : tag.substring(0, end)) + ">");
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
