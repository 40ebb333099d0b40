package health.strand.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The five ports of an instance, all on loopback, all following from the first. */
public record Ports(int fhir) {

    private static final int HIGHEST = 65_535 - 4;

    /** The ports of an instance whose FHIR address uses the given port. */
    public Ports {
        if (fhir < 1 || fhir > HIGHEST) {
            throw new EmbeddedFailure("the port must lie between 1 and " + HIGHEST + ", not " + fhir);
        }
    }

    /** Keycloak's pages and tokens. */
    public int keycloak() {
        return fhir + 1;
    }

    /** The server's health and metrics. */
    public int management() {
        return fhir + 2;
    }

    /** PostgreSQL. */
    public int postgres() {
        return fhir + 3;
    }

    /** Keycloak's health. */
    public int keycloakManagement() {
        return fhir + 4;
    }

    /** Where this instance answers FHIR requests; the audience of its tokens. */
    public String fhirBase() {
        return "http://127.0.0.1:" + fhir + "/fhir";
    }

    /** Who issues this instance's tokens. */
    public String issuer() {
        return KeycloakAccess.realmAddress(keycloak());
    }

    static void requireFree(int port, String part) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new EmbeddedFailure(
                    "port " + port + " on 127.0.0.1, meant for " + part + ", is already in use by another program", e);
        }
    }
}
