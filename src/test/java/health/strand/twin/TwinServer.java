package health.strand.twin;

import health.strand.embedded.DataDirectory;
import health.strand.embedded.DatabaseAccess;
import health.strand.embedded.PostgresProcess;
import health.strand.embedded.Progress;
import health.strand.receipts.KeyFile;
import health.strand.server.ServerConfiguration;
import health.strand.smart.InTestIssuer;
import health.strand.vault.Bodies;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** The server, with a PostgreSQL of its own and an authorization server that gives every token it is asked for. */
final class TwinServer implements AutoCloseable {

    /** The back end that loads the record. */
    static final String LOADER = "strand-loader";
    /** The clinic's own app. */
    static final String APP = "strand-app";

    private final InTestIssuer issuer = new InTestIssuer(Clock.systemUTC());
    private final int port = freePort();
    private final int management = freePort();
    private final DataDirectory data;
    private final PostgresProcess postgres;
    private final TwinDatabases databases;
    private final ConfigurableApplicationContext context;

    /** Starts both in this process; the files go into the folder. */
    TwinServer(Path folder) {
        int database = freePort();
        data = DataDirectory.open(folder);
        postgres = new PostgresProcess(data, Path.of("target", "postgres"), database, Progress.silent());
        DatabaseAccess access = postgres.start();
        // also when it is broken off
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        SpringApplication application = new SpringApplication(ServerConfiguration.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(starting -> starting.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("twin", settings(access))));
        context = application.run();
        databases = new TwinDatabases(database, data.secret("postgres-superuser"), new ServerMemory(context));
    }

    private Map<String, Object> settings(DatabaseAccess access) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("management.server.port", management);
        settings.put("strand.fhir-base", base());
        settings.put("strand.smart.issuer", issuer.issuer().toString());
        settings.put("strand.smart.audience", InTestIssuer.AUDIENCE);
        settings.put("strand.clinic.own-clients", APP + "," + LOADER);
        settings.put("strand.clinic.zone", "UTC");
        settings.put("strand.receipts.key-file", keys().toString());
        settings.put("strand.vault.directory", data.path().resolve("vault").toString());
        settings.put(
                "strand.vault.keys", data.path().resolve("master-keys.json").toString());
        settings.put("strand.database.url", access.request().url());
        settings.put("strand.database.username", access.request().user());
        settings.put("strand.database.password", access.request().password());
        settings.put("strand.database.owner-username", access.owner().user());
        settings.put("strand.database.owner-password", access.owner().password());
        return settings;
    }

    private Path keys() {
        Path file = data.path().resolve("receipt-keys.json");
        KeyFile.makeUnlessThere(file);
        return file;
    }

    /** The address of the FHIR endpoint. */
    String base() {
        return "http://127.0.0.1:" + port + "/fhir";
    }

    /** The address of the metrics. */
    String metrics() {
        return "http://127.0.0.1:" + management + "/actuator/prometheus";
    }

    InTestIssuer issuer() {
        return issuer;
    }

    /** Loads the world of that seed; once. */
    TwinRun run(long seed) throws java.sql.SQLException {
        return new TwinRun(base(), databases, bean(Bodies.class), requester -> requester.token(issuer), seed);
    }

    /** A bean of the server. */
    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        postgres.close();
        data.close();
        issuer.close();
        FileSystemUtils.deleteRecursively(data.path().toFile());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
