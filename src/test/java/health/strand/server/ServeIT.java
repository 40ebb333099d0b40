package health.strand.server;

import static health.strand.server.OuterDatabase.SECRET;
import static health.strand.server.OuterDatabase.asSuperuser;
import static org.assertj.core.api.Assertions.assertThat;

import health.strand.receipts.KeyFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The production start as its administrator meets it: a process with an outer database and an outer login. */
class ServeIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private static final OuterDatabase SERVED = OuterDatabase.create("served");

    @BeforeAll
    static void makesADatabaseWithAWrongOwner() {
        asSuperuser("create database owned owner served_request");
    }

    @AfterAll
    static void dropsTheDatabases() {
        asSuperuser("drop database owned");
        SERVED.drop();
    }

    @Test
    void servesWithOuterParts() throws Exception {
        ServeProcess server = ServeProcess.start(SERVED.settings());
        try (server) {
            server.awaitServing();

            HttpResponse<String> patients = STRAND.get(STRAND.token("loader"), server.base() + "/Patient");
            assertThat(patients.statusCode()).as(patients.body()).isEqualTo(200);
            assertThat(Answers.bundle(patients).getTotal()).isZero();
            assertThat(STRAND.get("none", server.base() + "/Patient").statusCode())
                    .isEqualTo(401);
        }
        assertThat(server.said()).doesNotContain("Exception").doesNotContain(SECRET);
    }

    @Test
    void refusesARequestRoleThatOwnsTables() throws Exception {
        Map<String, String> settings = owned();
        settings.put("STRAND_DATABASE_OWNER_USERNAME", "served_second");
        asSuperuser(
                "create role served_second login superuser password '" + SECRET + "'",
                "alter database owned owner to served_request");
        try (Connection owner = DriverManager.getConnection(OuterDatabase.url("owned"), "served_request", SECRET);
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
        try (Connection owner = DriverManager.getConnection(OuterDatabase.url("served"), "served_owner", SECRET);
                Statement sql = owner.createStatement()) {
            sql.execute("create table if not exists owned_by_owner (id int)");
        }
        Map<String, String> settings = SERVED.settings();
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
        Map<String, String> settings = owned();
        assertRefused(settings, "may not create tables");
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        Map<String, String> settings = SERVED.settings();
        settings.remove("STRAND_SMART_ISSUER");
        settings.put("STRAND_DATABASE_OWNER_PASSWORD", "changeme");
        settings.remove("STRAND_RECEIPTS_KEY_FILE");
        assertRefused(settings, "strand.smart.issuer", "strand.database.owner-password", "strand.receipts.key-file");
    }

    @Test
    void refusesAKeyOfReceiptsThatOthersMayRead() throws Exception {
        Map<String, String> settings = SERVED.settings();
        Path keys = Path.of("target", "it", "open-receipt-keys.json");
        Files.deleteIfExists(keys);
        KeyFile.makeUnlessThere(keys);
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));
        settings.put("STRAND_RECEIPTS_KEY_FILE", keys.toString());
        assertRefused(settings, "strand.receipts.key-file", "chmod 600");
    }

    @Test
    void saysWhenTheDatabaseIsAway() throws Exception {
        Map<String, String> settings = SERVED.settings();
        settings.put("STRAND_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + OuterDatabase.free() + "/served");
        assertRefused(settings, "refused", "strand.database.url");
    }

    private static Map<String, String> owned() {
        Map<String, String> settings = SERVED.settings();
        settings.put("STRAND_DATABASE_URL", OuterDatabase.url("owned"));
        return settings;
    }

    private static void assertRefused(Map<String, String> settings, String... named) throws Exception {
        ServeProcess server = ServeProcess.start(settings);
        int code = server.exitValue();
        String said = server.said();
        assertThat(code).as(said).isNotZero();
        assertThat(said).contains(named).doesNotContain("\tat ").doesNotContain(SECRET);
    }
}
