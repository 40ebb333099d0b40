package health.strand.progression;

import health.strand.page.Fact;
import health.strand.page.Markup;
import health.strand.page.PageWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Draws the points of a trend: each with its error band, joined as far as they can be compared, with lines for what a change
 * must pass to be more than the method's own error, to be noticed and to be seen.
 */
final class TrendChart {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 340;
    private static final int LEFT = 60;
    private static final int RIGHT = 150;
    private static final int TOP = 20;
    private static final int BOTTOM = 40;
    private static final int TICKS = 5;
    /** Dark enough on white, apart for who sees no colours by the marks' shapes. */
    private static final List<String> COLOURS = List.of("#00527a", "#8a3b00", "#4b2a7b", "#2c5e1a");

    private final PageWords words;
    private final List<Fact> points;
    private final Map<String, List<Fact>> series = new LinkedHashMap<>();
    private final double from;
    private final double until;
    private final double least;
    private final double most;

    /** @param points in their order; at least one */
    TrendChart(PageWords words, List<Fact> points) {
        this.words = words;
        this.points = points;
        points.forEach(each -> series.computeIfAbsent(each.the("key"), key -> new ArrayList<>())
                .add(each));
        this.from = time(points.get(0));
        this.until = time(points.get(points.size() - 1));
        double[] ends = points.stream()
                .flatMapToDouble(each -> DoubleStream.of(number(each, "low"), number(each, "high")))
                .sorted()
                .toArray();
        double margin = Math.max(1, (ends[ends.length - 1] - ends[0]) / 10);
        this.least = Math.max(0, ends[0] - margin);
        this.most = ends[ends.length - 1] + margin;
    }

    void draw(Markup page, String title) {
        page.raw("<svg role=\"img\" aria-labelledby=\"chart-title\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                        + "\" width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\" font-size=\"12\">")
                .element("title id=\"chart-title\"", title);
        axes(page);
        List<Fact> last = series.get(points.get(points.size() - 1).the("key"));
        if (last != null && last.size() > 1) {
            references(page, number(last.get(0), "value"));
        }
        int index = 0;
        for (List<Fact> each : series.values()) {
            line(page, each, index++);
        }
        page.raw("</svg>");
    }

    private void axes(Markup page) {
        for (int tick = 0; tick <= TICKS; tick++) {
            double value = least + (most - least) * tick / TICKS;
            String y = at(y(value));
            page.raw("<path stroke=\"#d0d0d0\" d=\"M" + LEFT + " " + y + "H" + (WIDTH - RIGHT) + "\"/>")
                    .element(
                            "text text-anchor=\"end\" x=\"" + (LEFT - 6) + "\" y=\"" + y + "\"",
                            String.valueOf(Math.round(value)));
        }
        String y = at(HEIGHT - BOTTOM + 20.0);
        page.element(
                "text x=\"" + LEFT + "\" y=\"" + y + "\"",
                words.day(points.get(0).the("time")));
        if (until > from) {
            page.element(
                    "text text-anchor=\"end\" x=\"" + (WIDTH - RIGHT) + "\" y=\"" + y + "\"",
                    words.day(points.get(points.size() - 1).the("time")));
        }
    }

    /** Where a loss since the first of the newest comparable measurements would be noticed or seen. */
    private void references(Markup page, double first) {
        reference(page, first, "chart.first", "2 4");
        reference(page, first * (1 - Trend.PATIENT_NOTICES / 100), "chart.patient-notices", "8 4");
        reference(page, first * (1 - Trend.DOCTOR_SEES / 100), "chart.doctor-sees", "12 4 2 4");
    }

    private void reference(Markup page, double value, String key, String dashes) {
        if (value < least || value > most) {
            return;
        }
        String y = at(y(value));
        page.raw("<path stroke=\"#555\" stroke-dasharray=\"" + dashes + "\" d=\"M" + LEFT + " " + y + "H"
                        + (WIDTH - RIGHT) + "\"/>")
                .element("text x=\"" + (WIDTH - RIGHT + 6) + "\" y=\"" + y + "\"", words.of(key));
    }

    private void line(Markup page, List<Fact> comparable, int index) {
        String colour = COLOURS.get(index % COLOURS.size());
        StringBuilder path = new StringBuilder();
        for (Fact each : comparable) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(at(x(each)))
                    .append(' ')
                    .append(at(y(number(each, "value"))));
        }
        page.raw("<g stroke=\"" + colour + "\" fill=\"none\"><path stroke-width=\"2\" d=\"" + path + "\"/>");
        for (Fact each : comparable) {
            String x = at(x(each));
            page.raw("<path d=\"M" + x + " " + at(y(number(each, "low"))) + "V" + at(y(number(each, "high"))) + "\"/>")
                    .raw(mark(x(each), y(number(each, "value")), colour, index));
        }
        page.raw("</g>");
    }

    private static String mark(double x, double y, String colour, int index) {
        return index % 2 == 0
                ? "<circle fill=\"" + colour + "\" cx=\"" + at(x) + "\" cy=\"" + at(y) + "\" r=\"4\"/>"
                : "<rect fill=\"" + colour + "\" x=\"" + at(x - 4) + "\" y=\"" + at(y - 4)
                        + "\" width=\"8\" height=\"8\"/>";
    }

    private double x(Fact point) {
        double share = until > from ? (time(point) - from) / (until - from) : 0.5;
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return TOP + (most - value) / (most - least) * (HEIGHT - TOP - BOTTOM);
    }

    private static double time(Fact point) {
        return Instant.parse(point.the("time")).getEpochSecond();
    }

    /** Where there is no band, both its ends are the value. */
    private static double number(Fact point, String part) {
        return Double.parseDouble(point.one(part).orElseGet(() -> point.the("value")));
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }
}
