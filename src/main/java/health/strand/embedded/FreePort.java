package health.strand.embedded;

import java.util.concurrent.ThreadLocalRandom;

/** A loopback port nobody listens on, below those the system hands out to outgoing connections at any moment. */
final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int TRIES = 100;

    private FreePort() {}

    static int next() {
        EmbeddedFailure last = new EmbeddedFailure("no free port found");
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try {
                Ports.requireFree(port, "a start of Keycloak");
                return port;
            } catch (EmbeddedFailure taken) {
                last = taken;
            }
        }
        throw last;
    }
}
