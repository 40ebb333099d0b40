package health.strand.guide;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A piece of HTML. Text becomes one only by being escaped, so nothing that stands in a file can become markup. */
record Html(String source) {

    static final Html NOTHING = new Html("");

    static Html text(String text) {
        return new Html(escape(text));
    }

    static Html of(Html... parts) {
        return join("", List.of(parts));
    }

    static Html join(String separator, Collection<Html> parts) {
        return new Html(parts.stream()
                .filter(part -> !part.isEmpty())
                .map(Html::source)
                .collect(Collectors.joining(escape(separator))));
    }

    Html and(Html more) {
        return new Html(source + more.source);
    }

    boolean isEmpty() {
        return source.isEmpty();
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
