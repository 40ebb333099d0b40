package health.strand.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL as a child process on loopback, its files kept in the data folder between runs. It may be killed and
 * started again; what was committed is there.
 */
public final class PostgresProcess implements AutoCloseable {

    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(90);
    private static final int POLL_MILLIS = 100;

    private final DataDirectory data;
    private final Path programs;
    private final int port;
    private final Progress progress;
    private @Nullable PostgresCluster cluster;
    private @Nullable Process process;

    /** Programs are unpacked once into the given folder, which instances may share. */
    public PostgresProcess(DataDirectory data, Path programs, int port, Progress progress) {
        this.data = data;
        this.programs = programs;
        this.port = port;
        this.progress = progress;
    }

    /** Starts the server, on the first run after making its files, and returns how to connect. */
    public synchronized DatabaseAccess start() {
        if (isAlive()) {
            throw new IllegalStateException("PostgreSQL runs already");
        }
        try {
            return startOn(cluster());
        } catch (IOException | SQLException e) {
            throw failed(new EmbeddedFailure("PostgreSQL could not be started: " + e.getMessage(), e));
        } catch (EmbeddedFailure e) {
            throw failed(e);
        }
    }

    private DatabaseAccess startOn(PostgresCluster cluster) throws IOException, SQLException {
        if (!cluster.exists()) {
            progress.step("make the database files");
            cluster.create();
        }
        progress.step("start PostgreSQL on 127.0.0.1:" + port);
        cluster.clearLeftovers();
        Ports.requireFree(port, "PostgreSQL");
        PostgresRoles roles = new PostgresRoles(data, port);
        launch(cluster, roles);
        DatabaseAccess access = roles.establish();
        progress.done();
        return access;
    }

    private void launch(PostgresCluster cluster, PostgresRoles roles) throws IOException {
        Path log = data.log("postgres");
        long begun = System.nanoTime();
        Process server = cluster.start(port, log);
        process = server;
        while (System.nanoTime() - begun < START_NANOS) {
            if (accepts(roles)) {
                return;
            }
            if (!server.isAlive()) {
                server = relaunched(cluster, log);
                process = server;
            }
            Pause.millis(POLL_MILLIS);
        }
        throw new EmbeddedFailure("PostgreSQL did not accept connections in time:\n" + LogTail.of(log));
    }

    /** The children of a server killed a moment ago may need another moment to end; any other end is final. */
    private Process relaunched(PostgresCluster cluster, Path log) throws IOException {
        String end = LogTail.of(log);
        if (!end.contains("pre-existing shared memory block")) {
            throw new EmbeddedFailure("PostgreSQL ended while starting:\n" + end);
        }
        return cluster.start(port, log);
    }

    private static boolean accepts(PostgresRoles roles) {
        try (Connection ready = roles.connectAsSuperuser()) {
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Whether the process lives. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The process id, for measuring; zero when nothing runs. */
    public synchronized long pid() {
        return process == null ? 0 : process.pid();
    }

    /** Ends the process as a power failure would. */
    public synchronized void kill() {
        if (process != null) {
            List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                    .toList();
            all.forEach(ProcessHandle::destroyForcibly);
            all.forEach(each -> RecordedProcess.ended(each, 10));
        }
    }

    /** Stops the server cleanly; does nothing if it does not run. */
    @Override
    public synchronized void close() {
        if (!isAlive()) {
            return;
        }
        try {
            cluster().stop();
        } catch (IOException | EmbeddedFailure e) {
            kill();
        }
    }

    private PostgresCluster cluster() {
        PostgresCluster found = cluster;
        if (found == null) {
            found = new PostgresCluster(data, PostgresBinaries.unpackedUnder(programs, progress));
            cluster = found;
        }
        return found;
    }

    private EmbeddedFailure failed(EmbeddedFailure failure) {
        progress.failed("see below");
        kill();
        return failure;
    }
}
