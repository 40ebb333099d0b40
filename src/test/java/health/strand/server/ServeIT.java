package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The production start as its administrator meets it: a process with an outer database and an outer login. */
class ServeIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String SECRET = "correct-horse-battery";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final Path log =
            Path.of("target", "it", "serve-" + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".log");

    /** What the page on production says to do. */
    @BeforeAll
    static void makesTheDatabaseAsThePageSays() throws Exception {
        asSuperuser(
                "create role served_owner login password '" + SECRET + "'",
                "create role served_request login nosuperuser nobypassrls password '" + SECRET + "'",
                "create database served owner served_owner",
                "create database owned owner served_request");
    }

    @AfterAll
    static void dropsTheDatabase() throws Exception {
        asSuperuser(
                "drop database served", "drop database owned", "drop role served_owner", "drop role served_request");
    }

    @Test
    void servesWithOuterParts() throws Exception {
        int port = free();
        int management = free();
        Map<String, String> settings = settings("served", port, management);
        Process server = serve(settings);
        try {
            String base = "http://127.0.0.1:" + port + "/fhir";
            awaitServing(server, "http://127.0.0.1:" + management + "/actuator/health");

            HttpResponse<String> patients = STRAND.get(STRAND.token("loader"), base + "/Patient");
            assertThat(patients.statusCode()).as(patients.body()).isEqualTo(200);
            assertThat(Answers.bundle(patients).getTotal()).isZero();
            assertThat(STRAND.get("none", base + "/Patient").statusCode()).isEqualTo(401);
        } finally {
            server.destroy();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(Files.readString(log)).doesNotContain("Exception").doesNotContain(SECRET);
    }

    @Test
    void refusesARequestRoleThatOwnsTables() throws Exception {
        Map<String, String> settings = settings("owned", free(), free());
        settings.put("STRAND_DATABASE_OWNER_USERNAME", "served_second");
        asSuperuser(
                "create role served_second login superuser password '" + SECRET + "'",
                "alter database owned owner to served_request");
        try (Connection owner = DriverManager.getConnection(url("owned"), "served_request", SECRET);
                Statement sql = owner.createStatement()) {
            sql.execute("create table mine (id int)");
        }
        try {
            assertRefused(settings, "owns tables");
        } finally {
            asSuperuser("drop role served_second");
        }
    }

    @Test
    void refusesARequestRoleThatMayBecomeTheOwner() throws Exception {
        asSuperuser("create role served_member login password '" + SECRET + "' in role served_owner");
        try (Connection owner = DriverManager.getConnection(url("served"), "served_owner", SECRET);
                Statement sql = owner.createStatement()) {
            sql.execute("create table if not exists owned_by_owner (id int)");
        }
        Map<String, String> settings = settings("served", free(), free());
        settings.put("STRAND_DATABASE_USERNAME", "served_member");
        try {
            assertRefused(settings, "owns tables");
        } finally {
            asSuperuser("drop role served_member");
        }
    }

    @Test
    void refusesAnOwnerThatMayNotMigrate() throws Exception {
        asSuperuser("grant connect on database owned to served_owner");
        Map<String, String> settings = settings("owned", free(), free());
        assertRefused(settings, "may not create tables");
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        Map<String, String> settings = settings("served", free(), free());
        settings.remove("STRAND_SMART_ISSUER");
        settings.put("STRAND_DATABASE_OWNER_PASSWORD", "changeme");
        assertRefused(settings, "strand.smart.issuer", "strand.database.owner-password");
    }

    @Test
    void saysWhenTheDatabaseIsAway() throws Exception {
        Map<String, String> settings = settings("served", free(), free());
        settings.put("STRAND_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + free() + "/served");
        assertRefused(settings, "refused", "strand.database.url");
    }

    private void assertRefused(Map<String, String> settings, String... named) throws Exception {
        Process server = serve(settings);
        try {
            assertThat(server.waitFor(60, TimeUnit.SECONDS)).as("ends").isTrue();
        } finally {
            server.destroyForcibly();
        }
        String said = Files.readString(log);
        assertThat(server.exitValue()).as(said).isNotZero();
        assertThat(said).contains(named).doesNotContain("\tat ").doesNotContain(SECRET);
    }

    private Process serve(Map<String, String> settings) throws IOException {
        ProcessBuilder server = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "health.strand.StrandServer"));
        server.environment().putAll(settings);
        return server.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** Every key as an environment variable, as the page says it can be given. */
    private static Map<String, String> settings(String database, int port, int management) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SERVER_PORT", String.valueOf(port));
        settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(management));
        settings.put("STRAND_FHIR_BASE", "http://127.0.0.1:" + port + "/fhir");
        settings.put("STRAND_SMART_ISSUER", STRAND.parts().ports().issuer());
        settings.put("STRAND_SMART_AUDIENCE", STRAND.base());
        settings.put("STRAND_DATABASE_URL", url(database));
        settings.put("STRAND_DATABASE_USERNAME", "served_request");
        settings.put("STRAND_DATABASE_PASSWORD", SECRET);
        settings.put("STRAND_DATABASE_OWNER_USERNAME", "served_owner");
        settings.put("STRAND_DATABASE_OWNER_PASSWORD", SECRET);
        return settings;
    }

    private void awaitServing(Process server, String address) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end && server.isAlive()) {
            try {
                if (STRAND.get("none", address).statusCode() == 200) {
                    return;
                }
            } catch (IllegalStateException | java.io.UncheckedIOException notYet) {
                Thread.sleep(200);
            }
        }
        throw new AssertionError(Files.readString(log));
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + STRAND.parts().ports().postgres() + "/" + database;
    }

    private static void asSuperuser(String... statements) throws IOException, SQLException {
        Path secret =
                Path.of("target", "it", String.valueOf(ProcessHandle.current().pid()), "secrets", "postgres-superuser");
        try (Connection connection = DriverManager.getConnection(
                        url("postgres"), "postgres", Files.readString(secret).strip());
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new java.net.InetSocketAddress("127.0.0.1", 0));
            return socket.getLocalPort();
        }
    }
}
