package health.strand.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Waits until a Keycloak answers for its realm. */
final class KeycloakReadiness {

    private static final int POLL_MILLIS = 250;
    private static final int ANSWER_MILLIS = 5000;

    private KeycloakReadiness() {}

    static void await(Process process, int port, Path log, int seconds) {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(seconds)) {
            if (!process.isAlive()) {
                throw new EmbeddedFailure("Keycloak ended while starting:\n" + LogTail.of(log));
            }
            if (answers(port)) {
                return;
            }
            Pause.millis(POLL_MILLIS);
        }
        throw new EmbeddedFailure("Keycloak was not ready after " + seconds + " s:\n" + LogTail.of(log));
    }

    private static boolean answers(int port) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(KeycloakAccess.realmAddress(port)).toURL().openConnection();
            connection.setConnectTimeout(ANSWER_MILLIS);
            connection.setReadTimeout(ANSWER_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
