package health.strand.provision;

import java.io.PrintStream;

/** Says what is done, a line each, and how much it was. */
final class Report {

    private final PrintStream out;
    private final boolean dryRun;
    private int missing;
    private int other;

    Report(PrintStream out, boolean dryRun) {
        this.out = out;
        this.dryRun = dryRun;
    }

    synchronized void tell(Difference difference) {
        out.println(dryRun ? difference.planned() : difference.done());
        if (difference.missing()) {
            missing++;
        } else {
            other++;
        }
    }

    synchronized int differences() {
        return missing + other;
    }

    synchronized void end() {
        if (differences() == 0) {
            out.println("nothing differs");
        } else if (dryRun) {
            out.println(missing + " to create, " + other + " to change; nothing was done");
        } else {
            out.println(missing + " created, " + other + " changed");
        }
    }
}
