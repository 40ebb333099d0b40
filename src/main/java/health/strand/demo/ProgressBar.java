package health.strand.demo;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows a load on a terminal: one line written over and over, or, into a file, a line every three seconds. */
public final class ProgressBar implements Consumer<LoadProgress> {

    private static final int WIDTH = 30;
    private static final double SECONDS_BETWEEN_LINES = 3;

    private final PrintStream out;
    private final boolean terminal;
    private double lastLine = -SECONDS_BETWEEN_LINES;

    /** A bar on that stream; a terminal lets a line be written over. */
    public ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void accept(LoadProgress progress) {
        if (terminal) {
            out.print("\r" + line(progress) + " " + (progress.complete() ? System.lineSeparator() : ""));
            out.flush();
        } else if (progress.complete() || progress.seconds() - lastLine >= SECONDS_BETWEEN_LINES) {
            lastLine = progress.seconds();
            out.println(line(progress));
        }
    }

    private static String line(LoadProgress progress) {
        int filled = WIDTH * progress.patientsDone() / Math.max(1, progress.patients());
        return String.format(
                Locale.ROOT,
                "[%s%s] %d/%d patients, %,d resources, %d/s",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                progress.patientsDone(),
                progress.patients(),
                progress.resources(),
                progress.perSecond());
    }
}
