package health.strand.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The database files of one instance and the commands that make, run and stop a server on them. */
final class PostgresCluster {

    static final String SUPERUSER = "postgres";
    private static final int INIT_SECONDS = 120;
    private static final int STOP_SECONDS = 60;

    private final DataDirectory data;
    private final PostgresBinaries binaries;
    private final Path files;

    PostgresCluster(DataDirectory data, PostgresBinaries binaries) {
        this.data = data;
        this.binaries = binaries;
        this.files = data.path().resolve("postgres");
    }

    boolean exists() {
        return Files.isDirectory(files);
    }

    /** Makes the files beside their place and moves them in when whole, so a killed first start leaves no half. */
    void create() throws IOException {
        Path fresh = data.path().resolve("postgres.new");
        FileTrees.delete(fresh);
        data.secret("postgres-superuser");
        Path password = data.path().resolve("secrets").resolve("postgres-superuser");
        run(
                List.of(
                        binaries.program("initdb"),
                        "--pgdata=" + fresh,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"),
                data.log("initdb"),
                INIT_SECONDS);
        Files.writeString(fresh.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        FileTrees.moveIntoPlace(fresh, files);
    }

    Process start(int port, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(binaries.program("postgres"), "-D", files.toString()));
        for (String setting : settings(port)) {
            command.add("-c");
            command.add(setting);
        }
        return new ProcessBuilder(ChildCommand.ownSession(ChildCommand.neverRoot(command)))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** No socket in a shared folder, so instances cannot meet; no values of patients in the log. */
    private static List<String> settings(int port) {
        return List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=60",
                "shared_buffers=128MB",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_error_verbosity=terse",
                "log_min_error_statement=panic");
    }

    /**
     * Stops a server that a killed run left behind. PostgreSQL sees through the mark of a dead server by itself, and uses
     * it to wait for that server's last children, so the mark goes only if its id now belongs to some other program.
     */
    void clearLeftovers() throws IOException {
        Path pidFile = files.resolve("postmaster.pid");
        if (RecordedProcess.find(pidFile, files.toString()).isPresent()) {
            stop();
        } else if (RecordedProcess.find(pidFile, "").isPresent()) {
            Files.delete(pidFile);
        }
    }

    /** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
    void stop() throws IOException {
        run(
                List.of(
                        binaries.program("pg_ctl"),
                        "stop",
                        "--pgdata=" + files,
                        "--mode=fast",
                        "--wait",
                        "--timeout=" + STOP_SECONDS),
                data.log("pg_ctl"),
                STOP_SECONDS + 10);
    }

    private static void run(List<String> command, Path log, int seconds) throws IOException {
        Process process = new ProcessBuilder(ChildCommand.neverRoot(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new EmbeddedFailure(command.get(0) + " did not end within " + seconds + " s");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new EmbeddedFailure(command.get(0) + " was interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new EmbeddedFailure(command.get(0) + " failed:\n" + LogTail.of(log));
        }
    }
}
