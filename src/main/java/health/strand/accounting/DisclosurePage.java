package health.strand.accounting;

import health.strand.audit.TrailEntry;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** The accounting as a page of HTML without scripts and styles, in English or German. */
public final class DisclosurePage {

    private static final List<String> COLUMNS =
            List.of("time", "recipient", "person", "purposes", "classes", "consents");

    private final DisclosureWords words;
    private final DateTimeFormatter times;
    private final ZoneId zone;

    /**
     * @param asked the language the reader wants
     * @param zone in which times are written
     */
    public DisclosurePage(Locale asked, ZoneId zone) {
        Locale language = "de".equals(asked.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
        this.words = DisclosureWords.in(language);
        this.times = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withLocale(language);
        this.zone = zone;
    }

    /** The whole page. */
    public String of(List<TrailEntry> disclosures) {
        String title = words.get("title");
        return "<!doctype html>\n<html lang=\"" + words.get("language") + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + title
                + "</title>\n</head>\n<body>\n<main>\n<h1>" + title + "</h1>\n<p>" + words.get("about") + "</p>\n"
                + (disclosures.isEmpty() ? "<p>" + words.get("none") + "</p>\n" : table(disclosures))
                + "</main>\n</body>\n</html>\n";
    }

    private String table(List<TrailEntry> disclosures) {
        String heads = COLUMNS.stream()
                .map(column -> "<th scope=\"col\">" + words.get("column." + column) + "</th>")
                .collect(Collectors.joining());
        return "<table>\n<caption>" + words.get("caption") + " " + disclosures.size() + "</caption>\n<thead>\n<tr>"
                + heads + "</tr>\n</thead>\n<tbody>\n"
                + disclosures.stream().map(this::row).collect(Collectors.joining()) + "</tbody>\n</table>\n";
    }

    private String row(TrailEntry entry) {
        String kind = words.of("kind", Objects.requireNonNullElse(entry.deed().reason(), ""));
        return "<tr><th scope=\"row\"><time datetime=\"" + entry.recorded() + "\">"
                + escaped(times.format(entry.recorded().atZone(zone))) + "</time></th>"
                + cell(entry.actor().client() + " (" + kind + ")")
                + cell(entry.actor().person())
                + cell(named("purpose", entry.actor().purposes()))
                + cell(named("class", entry.deed().classes()))
                + cell(String.join(", ", entry.consents())) + "</tr>\n";
    }

    private String named(String kind, List<String> codes) {
        return codes.stream().map(code -> words.of(kind, code)).collect(Collectors.joining(", "));
    }

    private static String cell(String text) {
        return "<td>" + escaped(text) + "</td>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
