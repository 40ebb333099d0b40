package health.strand.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real Keycloak as a child process on loopback, its database kept in the data folder between runs. It may be killed and
 * started again.
 */
public final class KeycloakProcess implements AutoCloseable {

    private static final int START_SECONDS = 180;
    private static final int STOP_SECONDS = 20;

    private final DataDirectory data;
    private final Path programs;
    private final Ports ports;
    private final Progress progress;
    private @Nullable Process process;

    /** Keycloak's files are those the build unpacked into the given folder, which instances share. */
    public KeycloakProcess(DataDirectory data, Path programs, Ports ports, Progress progress) {
        this.data = data;
        this.programs = programs;
        this.ports = ports;
        this.progress = progress;
    }

    /** Starts the server, on the first run from the baked realm, and fits it to this instance. */
    public synchronized KeycloakAccess start() {
        if (isAlive()) {
            throw new IllegalStateException("Keycloak runs already");
        }
        try {
            BakedRealm baked = new KeycloakBake(programs, progress).ensure();
            progress.step("start Keycloak on 127.0.0.1:" + ports.keycloak());
            launch(baked);
            setUp(baked);
            progress.done();
            return KeycloakAccess.of(ports.keycloak(), data);
        } catch (IOException e) {
            throw failed(new EmbeddedFailure("Keycloak could not be started: " + e.getMessage(), e));
        } catch (EmbeddedFailure e) {
            throw failed(e);
        }
    }

    private void launch(BakedRealm baked) throws IOException {
        Path home = KeycloakDistribution.under(programs).homeIn(data.folder("keycloak"));
        clearLeftovers();
        Ports.requireFree(ports.keycloak(), "Keycloak");
        Ports.requireFree(ports.keycloakManagement(), "Keycloak's health");
        baked.copyTo(home);
        Path log = data.log("keycloak");
        List<String> options = KeycloakCommand.startOptions(ports.keycloak(), ports.keycloakManagement());
        Process started = new KeycloakCommand(home).run(options, Map.of(), log);
        process = started;
        Files.writeString(pidFile(), Long.toString(started.pid()));
        KeycloakReadiness.await(started, ports.keycloak(), log, START_SECONDS);
    }

    private void setUp(BakedRealm baked) throws IOException {
        KeycloakSetup setup = setup();
        setup.takeOver(
                baked.setupSecret(), data.secret(ClientLogin.LOADER_SECRET), data.secret(ClientLogin.SERVER_SECRET));
        setup.setAudience(ports.fhirBase());
    }

    /** What may be changed in the running realm. */
    public KeycloakSetup setup() {
        return new KeycloakSetup(ports.keycloak(), data.secret(ClientLogin.SETUP_SECRET));
    }

    private void clearLeftovers() {
        Optional<ProcessHandle> leftover =
                RecordedProcess.find(pidFile(), data.path().toString());
        leftover.ifPresent(KeycloakProcess::stop);
    }

    private Path pidFile() {
        return data.folder("keycloak").resolve("keycloak.pid");
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
            process.destroyForcibly();
            RecordedProcess.ended(process.toHandle(), STOP_SECONDS);
        }
    }

    /** Stops the server cleanly; does nothing if it does not run. */
    @Override
    public synchronized void close() {
        if (process != null && process.isAlive()) {
            stop(process.toHandle());
        }
    }

    private static void stop(ProcessHandle handle) {
        handle.destroy();
        if (!RecordedProcess.ended(handle, STOP_SECONDS)) {
            handle.destroyForcibly();
            RecordedProcess.ended(handle, STOP_SECONDS);
        }
    }

    private EmbeddedFailure failed(EmbeddedFailure failure) {
        progress.failed("see below");
        kill();
        return failure;
    }
}
