package health.strand.progression;

import health.strand.page.Fact;
import health.strand.page.Markup;
import health.strand.page.PageFrame;
import health.strand.page.PageWords;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.Parameters;

/** A trend as a page for people: the curve, the numbers beside it, and what a difference means. */
public final class TrendPage {

    private final Locale locale;
    private final PageWords words;

    private TrendPage(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.words = new PageWords("health.strand.progression.page", locale, zone);
    }

    /** The page in one of the {@linkplain PageFrame#LANGUAGES languages there are}. */
    public static TrendPage in(Locale locale, ZoneId zone) {
        return new TrendPage(locale, zone);
    }

    /** The whole page, from the answer of the operation. */
    public String of(Parameters answer) {
        String title =
                words.of("title", words.code("metric", the(answer, "metric")), words.code("zone", the(answer, "zone")));
        Markup page = PageFrame.begun(locale, title);
        List<Fact> points = Fact.in(answer, "point");
        if (points.isEmpty()) {
            return PageFrame.ended(page.element("p", words.of("none")));
        }
        page.element("p", words.of("intro"));
        new TrendChart(words, points).draw(page, title);
        Fact.in(answer, "change").forEach(each -> page.element("p", change(each)));
        table(page, points, words.code("unit", the(answer, "unit")));
        page.element("p", words.of("lines"));
        return PageFrame.ended(page);
    }

    private String change(Fact change) {
        String said = words.of(
                "change",
                words.day(change.the("first")),
                words.day(change.the("last")),
                signed(change.the("difference")),
                signed(change.the("percent")));
        return change.one("detectable-percent")
                .map(least -> said + " " + words.of("detectable", least))
                .orElse(said + " " + words.of("undetectable"));
    }

    private static String signed(String number) {
        return number.startsWith("-") ? "−" + number.substring(1) : "+" + number;
    }

    private void table(Markup page, List<Fact> points, String unit) {
        page.head(words, "numbers", "time", "value", "band", "method");
        for (Fact each : points) {
            page.row(
                    words.day(each.the("time")),
                    each.the("value") + " " + unit,
                    each.one("low").map(low -> band(low, each)).orElse(words.of("no-band")),
                    words.code("method", each.the("method")));
        }
        page.foot();
    }

    /** With how far the method varies, and how that is known. */
    private String band(String low, Fact point) {
        return words.of(
                "variation",
                low + " – " + point.the("high"),
                point.the("variation"),
                words.code("source", point.the("variation-source")));
    }

    private static String the(Parameters answer, String name) {
        return answer.hasParameter(name)
                ? String.valueOf(answer.getParameter(name).getValue().primitiveValue())
                : "";
    }
}
