package health.strand.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Debian's packages, which a test that needs one installs; where it may not, it fails. */
public final class Debian {

    private Debian() {}

    /** Installs those of the packages that are not there. */
    public static synchronized void install(String... packages) throws IOException, InterruptedException {
        List<String> missing = new ArrayList<>();
        for (String each : packages) {
            if (!run("dpkg-query", "-W", "-f=${Status}", each).output().contains("install ok installed")) {
                missing.add(each);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        run("apt-get", "update", "-qq");
        List<String> command = new ArrayList<>(List.of(
                "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "--no-install-recommends"));
        command.addAll(missing);
        Run install = run(command.toArray(String[]::new));
        assertThat(install.code())
                .as("Debian's packages " + missing + " are missing and cannot be installed: " + install.output())
                .isZero();
    }

    /** How a program ended, and what it said. */
    public record Run(int code, String output) {}

    /** Runs a program to its end. */
    public static Run run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output);
    }
}
