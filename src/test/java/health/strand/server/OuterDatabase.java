package health.strand.server;

import health.strand.receipts.KeyFile;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database and its two roles, made as the page on production says, in the PostgreSQL that runs for the tests. */
final class OuterDatabase {

    static final String SECRET = "correct-horse-battery";

    private static final RunningStrand STRAND = RunningStrand.get();

    private final String name;

    private OuterDatabase(String name) {
        this.name = name;
    }

    static OuterDatabase create(String name) {
        asSuperuser(
                "create role " + name + "_owner login password '" + SECRET + "'",
                "create role " + name + "_request login nosuperuser nobypassrls password '" + SECRET + "'",
                "create database " + name + " owner " + name + "_owner");
        return new OuterDatabase(name);
    }

    /** Nobody may be connected any more. */
    void drop() {
        asSuperuser("drop database " + name, "drop role " + name + "_owner", "drop role " + name + "_request");
    }

    /** Every key as an environment variable, as the page says it can be given; the login is that of the tests. */
    Map<String, String> settings() {
        int port = free();
        Map<String, String> settings = new HashMap<>();
        settings.put("SERVER_PORT", String.valueOf(port));
        settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(free()));
        settings.put("STRAND_FHIR_BASE", "http://127.0.0.1:" + port + "/fhir");
        settings.put("STRAND_SMART_ISSUER", STRAND.parts().ports().issuer());
        settings.put("STRAND_SMART_AUDIENCE", STRAND.base());
        settings.put("STRAND_CLINIC_OWN_CLIENTS", "strand-app,strand-loader");
        settings.put("STRAND_DATABASE_URL", url(name));
        settings.put("STRAND_DATABASE_USERNAME", name + "_request");
        settings.put("STRAND_DATABASE_PASSWORD", SECRET);
        settings.put("STRAND_DATABASE_OWNER_USERNAME", name + "_owner");
        settings.put("STRAND_DATABASE_OWNER_PASSWORD", SECRET);
        Path folder = Path.of("target", "it", "outer-" + ProcessHandle.current().pid());
        Path keys = Path.of("target", "it", name + "-receipt-keys.json");
        KeyFile.makeUnlessThere(keys);
        settings.put("STRAND_RECEIPTS_KEY_FILE", keys.toString());
        settings.put("STRAND_VAULT_DIRECTORY", folder.resolve(name + "-vault").toString());
        settings.put(
                "STRAND_VAULT_KEYS", folder.resolve(name + "-master-keys.json").toString());
        return settings;
    }

    /** As the role that owns the tables. */
    JdbcTemplate owner() {
        return new JdbcTemplate(new DriverManagerDataSource(url(name), name + "_owner", SECRET));
    }

    static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + STRAND.parts().ports().postgres() + "/" + database;
    }

    static void asSuperuser(String... statements) {
        Path secret =
                Path.of("target", "it", String.valueOf(ProcessHandle.current().pid()), "secrets", "postgres-superuser");
        try (Connection connection = DriverManager.getConnection(
                        url("postgres"), "postgres", Files.readString(secret).strip());
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new java.net.InetSocketAddress("127.0.0.1", 0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
