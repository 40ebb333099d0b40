package health.strand.server;

import health.strand.embedded.DataDirectory;
import health.strand.embedded.DatabaseAccess;
import health.strand.embedded.KeycloakAccess;
import health.strand.embedded.KeycloakProcess;
import health.strand.embedded.Ports;
import health.strand.embedded.PostgresProcess;
import health.strand.embedded.Progress;
import health.strand.receipts.KeyFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The real PostgreSQL and the real Keycloak beside a server, and the settings that make the server use them. */
public final class EmbeddedParts implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("target");

    private final Ports ports;
    private final Path receiptKeys;
    private final Path emergencySpool;
    private final Path vault;
    private final Path masterKeys;
    private final PostgresProcess postgres;
    private final KeycloakProcess keycloak;
    private @Nullable DatabaseAccess database;
    private @Nullable KeycloakAccess issuer;

    /** @param port of the FHIR endpoint; the others follow from it */
    public EmbeddedParts(DataDirectory data, int port, Progress progress) {
        this.ports = new Ports(port);
        this.receiptKeys = data.path().resolve("receipt-keys.json");
        this.emergencySpool = data.path().resolve("emergency-spool.jsonl");
        this.vault = data.path().resolve("vault");
        // beside the folder, not in it: whoever copies the record has not copied what opens it
        this.masterKeys =
                data.path().resolveSibling(data.path().getFileName() + ".keys").resolve("master-keys.json");
        this.postgres = new PostgresProcess(data, PROGRAMS.resolve("postgres"), ports.postgres(), progress);
        this.keycloak = new KeycloakProcess(data, PROGRAMS.resolve("keycloak"), ports, Progress.silent());
    }

    /** Starts PostgreSQL, which the server needs to start. */
    public void startDatabase() {
        database = postgres.start();
    }

    /** Starts Keycloak, which the server needs only when the first token comes. */
    public void startKeycloak() {
        issuer = keycloak.start();
    }

    /** Tells a starting server to use these parts, over whatever its configuration file says. */
    public ApplicationContextInitializer<ConfigurableApplicationContext> settings() {
        MapPropertySource source = new MapPropertySource("embedded", serverSettings());
        return context -> context.getEnvironment().getPropertySources().addFirst(source);
    }

    /** Every setting by its key. */
    Map<String, Object> serverSettings() {
        DatabaseAccess access = database();
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", ports.fhir());
        settings.put("management.server.port", ports.management());
        settings.put("strand.fhir-base", ports.fhirBase());
        settings.put("strand.smart.issuer", ports.issuer());
        settings.put("strand.smart.audience", ports.fhirBase());
        // the demo app is the clinic's own, as is what loads its record
        settings.put("strand.clinic.own-clients", "strand-app,strand-loader");
        settings.put("strand.database.url", access.request().url());
        settings.put("strand.database.username", access.request().user());
        settings.put("strand.database.password", access.request().password());
        settings.put("strand.database.owner-username", access.owner().user());
        settings.put("strand.database.owner-password", access.owner().password());
        KeyFile.makeUnlessThere(receiptKeys);
        settings.put(ReceiptProperties.KEY_FILE, receiptKeys.toString());
        settings.put(VaultProperties.DIRECTORY, vault.toString());
        settings.put(VaultProperties.KEYS, masterKeys.toString());
        settings.put("strand.audit.emergency-spool", emergencySpool.toString());
        return settings;
    }

    /** How the roles of the database connect. */
    public DatabaseAccess database() {
        return Objects.requireNonNull(database, "not started");
    }

    /** How to log in. */
    public KeycloakAccess keycloakAccess() {
        return Objects.requireNonNull(issuer, "not started");
    }

    /** The running Keycloak. */
    public KeycloakProcess keycloak() {
        return keycloak;
    }

    /** The running PostgreSQL. */
    public PostgresProcess postgres() {
        return postgres;
    }

    /** The addresses. */
    public Ports ports() {
        return ports;
    }

    @Override
    public void close() {
        keycloak.close();
        postgres.close();
    }
}
