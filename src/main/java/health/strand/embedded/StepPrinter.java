package health.strand.embedded;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/** Prints one line per step with its seconds, and a dot every two seconds while it lasts. */
public final class StepPrinter implements Progress {

    private static final long DOT_MILLIS = 2000;

    private final PrintStream out;
    private @Nullable Timer dots;
    private long begun;

    /** Prints to the given stream. */
    public StepPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void step(String name) {
        done();
        begun = System.nanoTime();
        print("  " + name + " ");
        dots = new Timer("progress", true);
        dots.scheduleAtFixedRate(new Dot(), DOT_MILLIS, DOT_MILLIS);
    }

    @Override
    public synchronized void done() {
        finish(String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - begun) / 1e9));
    }

    @Override
    public synchronized void failed(String reason) {
        finish("failed: " + reason);
    }

    private void finish(String ending) {
        if (dots != null) {
            dots.cancel();
            dots = null;
            print(" " + ending + System.lineSeparator());
        }
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }

    private final class Dot extends TimerTask {
        @Override
        public void run() {
            synchronized (StepPrinter.this) {
                if (dots != null) {
                    print(".");
                }
            }
        }
    }
}
