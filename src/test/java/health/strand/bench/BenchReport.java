package health.strand.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as Markdown. */
final class BenchReport {

    private final List<String> lines = new ArrayList<>();

    void heading(String text) {
        lines.add("");
        lines.add("## " + text);
        lines.add("");
    }

    void line(String text) {
        lines.add(text);
    }

    void questions(List<Interleaved.Result> results) {
        lines.add("| who | asks | answer | pairs | on: median (p95) ms | off: median (p95) ms | added, 95 % interval |"
                + " off, no last gate: median ms | on, not recorded: median ms | added by recording |");
        lines.add("|---|---|---|---:|---:|---:|---:|---:|---:|---:|");
        for (Interleaved.Result each : results) {
            Sample on = of(each, Arm.ON);
            Sample off = of(each, Arm.OFF);
            Sample.Difference added = Sample.difference(on, off);
            Sample.Difference recorded = Sample.difference(on, of(each, Arm.UNRECORDED));
            lines.add(text(
                    "| %s | %s | %s | %d | %.2f (%.2f) | %.2f (%.2f) | %+.1f %% (%+.1f to %+.1f) | %.2f | %.2f |"
                            + " %+.1f %% (%+.1f to %+.1f) |",
                    each.question().who(),
                    each.question().what(),
                    answer(each),
                    on.size(),
                    on.median(),
                    on.quantile(0.95),
                    off.median(),
                    off.quantile(0.95),
                    added.median(),
                    added.low(),
                    added.high(),
                    of(each, Arm.BARE).median(),
                    of(each, Arm.UNRECORDED).median(),
                    recorded.median(),
                    recorded.low(),
                    recorded.high()));
        }
        double on =
                results.stream().mapToDouble(each -> of(each, Arm.ON).median()).sum();
        double unrecorded = results.stream()
                .mapToDouble(each -> of(each, Arm.UNRECORDED).median())
                .sum();
        lines.add("");
        lines.add(text(
                "Once each of them: %.1f ms, not recorded %.1f ms: recording adds %+.1f %%",
                on, unrecorded, 100 * (on / unrecorded - 1)));
    }

    private static Sample of(Interleaved.Result result, Arm arm) {
        Sample sample = result.samples().get(arm);
        if (sample == null) {
            throw new IllegalStateException("not measured: " + arm);
        }
        return sample;
    }

    private static String answer(Interleaved.Result each) {
        Integer on = each.entries().get(Arm.ON);
        Integer off = each.entries().get(Arm.OFF);
        if (each.status() != 200 || "read".equals(each.question().what())) {
            return String.valueOf(each.status());
        }
        return on != null && on.equals(off) ? on + " resources" : on + " resources, off " + off;
    }

    void changes(List<Changes.Result> results) {
        lines.add("| change | whole: median ms | p99 | of it in the database: median | statements |");
        lines.add("|---|---:|---:|---:|---:|");
        for (Changes.Result each : results) {
            lines.add(text(
                    "| %s | %.1f | %.1f | %.1f | %.0f |",
                    each.what(),
                    each.whole().median(),
                    each.whole().quantile(0.99),
                    each.database().median(),
                    each.statements().median()));
        }
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    String markdown() {
        return String.join("\n", lines) + "\n";
    }
}
