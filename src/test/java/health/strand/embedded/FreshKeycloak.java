package health.strand.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

/** A Keycloak as a clinic would have it: our provider is in it, no realm of ours, and a client that administrates it. */
public final class FreshKeycloak implements AutoCloseable {

    public static final String ADMIN = "test-admin";

    private static final Path PROGRAMS = Path.of("target", "keycloak");
    private static final int START_SECONDS = 240;

    private final String secret = RandomSecret.next();
    private final int port = FreePort.next();
    private final Process process;

    public FreshKeycloak(Path folder) {
        try {
            new KeycloakBake(PROGRAMS, Progress.silent()).ensure();
            Path home = KeycloakDistribution.under(PROGRAMS).homeIn(folder.resolve("fresh-keycloak"));
            Path log = folder.resolve("fresh-keycloak.log");
            process = new KeycloakCommand(home)
                    .run(
                            KeycloakCommand.startOptions(port, FreePort.next()),
                            Map.of("KC_BOOTSTRAP_ADMIN_CLIENT_ID", ADMIN, "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secret),
                            log);
            await(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(Path log) {
        long end = System.nanoTime() + START_SECONDS * 1_000_000_000L;
        while (System.nanoTime() - end < 0) {
            if (!process.isAlive()) {
                throw new EmbeddedFailure("Keycloak ended while starting:\n" + LogTail.of(log));
            }
            if (answers()) {
                return;
            }
            Pause.millis(250);
        }
        close();
        throw new EmbeddedFailure("Keycloak was not ready:\n" + LogTail.of(log));
    }

    private boolean answers() {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(address() + "/realms/master"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedFailure("interrupted", e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** A file with the secret of the administrating client. */
    public Path secretFile(Path folder) {
        try {
            OwnerOnly.write(folder, "admin-secret", secret);
            return folder.resolve("admin-secret");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        RecordedProcess.ended(process.toHandle(), 20);
        process.destroyForcibly();
    }
}
