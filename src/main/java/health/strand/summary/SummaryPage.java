package health.strand.summary;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Parameters;

/** A privacy summary as a page for people: plain words, no scripts, and nothing that is fetched from anywhere. */
public final class SummaryPage {

    /** The languages there is a page in; the first is for whoever asks for none of them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem;color:#1b1b1b;background:#fff}
            table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:bold;padding:.3rem 0}
            th,td{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}
            thead th{background:#eee}.mark{text-align:center}.none{color:#767676}.wide{overflow-x:auto}
            """;

    /** What the page may do: show itself. */
    public static final String SECURITY_POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder()
                    .encodeToString(Hashing.sha256()
                            .hashString(STYLE, StandardCharsets.UTF_8)
                            .asBytes())
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Locale locale;
    private final PageWords words;

    private SummaryPage(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.words = new PageWords(locale, zone);
    }

    /** The page in one of those languages. */
    public static SummaryPage in(Locale locale, ZoneId zone) {
        return new SummaryPage(locale, zone);
    }

    /** The language it is in. */
    public String language() {
        return locale.getLanguage();
    }

    /** The whole page. */
    public String of(Parameters summary) {
        Markup page = new Markup();
        PageAnswers answers = new PageAnswers(words, summary, page);
        page.raw("<!doctype html><html lang=\"" + language() + "\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .element("title", words.of("title"))
                .raw("<style>" + STYLE + "</style></head><body><main>")
                .element("h1", words.of("title"))
                .element(
                        "p",
                        words.of(
                                "intro",
                                words.day(Fact.in(summary, "protection").get(0).the("measured"))));
        contents(page);
        section(page, 1, answers::protection);
        section(page, 2, answers::access);
        section(page, 3, answers::sharing);
        section(page, 4, answers::keeping);
        section(page, 5, answers::erasing);
        return page.raw("</main></body></html>").toString();
    }

    private void contents(Markup page) {
        page.raw("<nav><ol>");
        for (int number = 1; number <= 5; number++) {
            page.raw("<li>")
                    .element("a href=\"#q" + number + "\"", words.of("q" + number))
                    .raw("</li>");
        }
        page.raw("</ol></nav>");
    }

    private void section(Markup page, int number, Runnable answer) {
        page.raw("<section aria-labelledby=\"q" + number + "\">")
                .element("h2 id=\"q" + number + "\"", number + ". " + words.of("q" + number))
                .element("p", words.of("q" + number + ".intro"));
        answer.run();
        page.raw("</section>");
    }
}
