package health.strand.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Wraps commands for child processes. Every wrapper replaces itself with the command, so the process id stays true. */
final class ChildCommand {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final List<String> NO_ROOT = List.of("unshare", "--user");

    private static final String NAMELESS = "?";

    private ChildCommand() {}

    /** Keeps the terminal's Ctrl-C from the child: it is ours to stop the parts in the right order. */
    static List<String> ownSession(List<String> command) {
        return Files.isExecutable(SETSID) ? joined(List.of(SETSID.toString()), command) : command;
    }

    /**
     * PostgreSQL refuses to run as root, and as a user without a name. In a user namespace of its own it runs as nobody,
     * on our files.
     */
    static List<String> neverRoot(List<String> command) {
        if (!isRoot() && !NAMELESS.equals(System.getProperty("user.name"))) {
            return command;
        }
        if (!succeeds(joined(NO_ROOT, List.of("true")))) {
            throw new EmbeddedFailure("PostgreSQL refuses to run as root or as a user without a name, and this machine"
                    + " does not allow a user namespace (unshare --user); run the command as an ordinary user");
        }
        return joined(NO_ROOT, command);
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException noProc) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
