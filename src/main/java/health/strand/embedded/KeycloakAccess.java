package health.strand.embedded;

/** The running authorization server: who issues the tokens, and how the demo's loader gets its own. */
public record KeycloakAccess(String issuer, ClientLogin loader) {

    static KeycloakAccess of(int port, DataDirectory data) {
        return new KeycloakAccess(
                realmAddress(port), new ClientLogin("strand-loader", data.secret(ClientLogin.LOADER_SECRET)));
    }

    static String realmAddress(int port) {
        return "http://127.0.0.1:" + port + "/realms/strand";
    }
}
