package health.strand.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The server alone, as a process, with nothing but its environment to tell it what to use. */
final class ServeProcess implements AutoCloseable {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(300);

    private final Map<String, String> settings;
    private final Path log =
            Path.of("target", "it", "serve-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".log");
    private final Process process;

    private ServeProcess(Map<String, String> settings) throws IOException {
        this.settings = settings;
        ProcessBuilder server = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "health.strand.StrandServer"));
        server.environment().putAll(settings);
        process = server.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    static ServeProcess start(Map<String, String> settings) throws IOException {
        return new ServeProcess(settings);
    }

    /** The address of the FHIR endpoint. */
    String base() {
        return Objects.requireNonNull(settings.get("STRAND_FHIR_BASE"));
    }

    /** Everything it wrote so far. */
    String said() throws IOException {
        return Files.readString(log);
    }

    void awaitServing() throws IOException, InterruptedException {
        String health = "http://127.0.0.1:" + settings.get("MANAGEMENT_SERVER_PORT") + "/actuator/health";
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (STRAND.get("none", health).statusCode() == 200) {
                    return;
                }
            } catch (IllegalStateException | java.io.UncheckedIOException notYet) {
                Thread.sleep(200);
            }
        }
        throw new AssertionError(said());
    }

    /** Waits for an end of its own. */
    int exitValue() throws InterruptedException {
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        if (!ended) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    /** Tells it to end, as an administrator would. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it does not end when told to");
        }
    }
}
