package health.strand.summary;

import health.strand.page.Fact;
import health.strand.page.Markup;
import health.strand.page.PageFrame;
import health.strand.page.PageWords;
import java.time.ZoneId;
import java.util.Locale;
import org.hl7.fhir.r4.model.Parameters;

/** A privacy summary as a page for people: plain words, no scripts, and nothing that is fetched from anywhere. */
public final class SummaryPage {

    private final Locale locale;
    private final PageWords words;

    private SummaryPage(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.words = new PageWords("health.strand.summary.page", locale, zone);
    }

    /** The page in one of those languages. */
    public static SummaryPage in(Locale locale, ZoneId zone) {
        return new SummaryPage(locale, zone);
    }

    /** The whole page. */
    public String of(Parameters summary) {
        Markup page = PageFrame.begun(locale, words.of("title"));
        PageAnswers answers = new PageAnswers(words, summary, page);
        page.element(
                "p",
                words.of(
                        "intro", words.day(Fact.in(summary, "protection").get(0).the("measured"))));
        contents(page);
        section(page, 1, answers::protection);
        section(page, 2, answers::access);
        section(page, 3, answers::sharing);
        section(page, 4, answers::keeping);
        section(page, 5, answers::erasing);
        return PageFrame.ended(page);
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
