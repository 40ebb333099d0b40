package health.strand.embedded;

/** A client of the realm that logs in as itself. */
public record ClientLogin(String id, String secret) {

    static final String LOADER_SECRET = "keycloak-strand-loader";
    static final String SERVER_SECRET = "keycloak-fhir-server";
    static final String SETUP_SECRET = "keycloak-strand-setup";

    @Override
    public String toString() {
        return id;
    }
}
