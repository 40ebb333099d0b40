package health.strand.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProcessIT {

    private static final Path PROGRAMS = Path.of("target", "postgres");

    @TempDir
    Path folder;

    private DataDirectory data;
    private PostgresProcess postgres;

    @BeforeEach
    void open() {
        data = DataDirectory.open(folder.resolve("data"));
        postgres = new PostgresProcess(data, PROGRAMS, FreePort.next(), Progress.silent());
    }

    @AfterEach
    void stop() {
        postgres.close();
        data.close();
    }

    @Test
    void keepsDataBetweenRuns() throws SQLException {
        write(postgres.start());
        postgres.close();

        assertThat(postgres.isAlive()).isFalse();
        assertThat(read(postgres.start())).isEqualTo(7);
    }

    @Test
    void servesRequestsAsARoleThatOwnsNothingAndCannotPassPolicies() throws SQLException {
        DatabaseAccess access = postgres.start();
        write(access);

        String question = "select current_user, rolbypassrls, rolsuper, rolcreaterole,"
                + " (select count(*) from pg_class where relowner = r.oid),"
                + " (select count(*) from pg_auth_members where member = r.oid)"
                + " from pg_roles r where rolname = current_user";
        try (Connection connection = connect(access.request());
                ResultSet row = connection.createStatement().executeQuery(question)) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("strand_request");
            assertThat(row.getBoolean(2)).isFalse();
            assertThat(row.getBoolean(3)).isFalse();
            assertThat(row.getBoolean(4)).isFalse();
            assertThat(row.getInt(5)).isZero();
            assertThat(row.getInt(6)).isZero();
        }
        assertThatThrownBy(() -> read(access.request())).hasMessageContaining("permission denied");
    }

    @Test
    void holdsTheRequestRoleToRowLevelSecurity() throws SQLException {
        DatabaseAccess access = postgres.start();
        write(access);
        execute(
                access.owner(),
                "insert into kept values (8)",
                "alter table kept enable row level security",
                "create policy only_eight on kept using (v = 8)",
                "grant select on kept to strand_request");

        assertThat(read(access.request())).isEqualTo(8);
        assertThat(read(access.owner())).isEqualTo(15);
    }

    @Test
    void refusesAConnectionWithoutThePassword() {
        DatabaseAccess access = postgres.start();
        DatabaseLogin wrong =
                new DatabaseLogin(access.owner().url(), access.owner().user(), "");

        assertThat(access.owner().url()).doesNotContain("user=").doesNotContain("password");
        assertThatThrownBy(() -> connect(wrong)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect(new DatabaseLogin(wrong.url(), wrong.user(), "guess")))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void keepsSecretsReadableByTheOwnerOnly() throws IOException {
        postgres.start();

        for (String name : new String[] {"postgres-superuser", "strand_owner", "strand_request"}) {
            Path secret = data.path().resolve("secrets").resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.path())))
                .isEqualTo("rwx------");
    }

    @Test
    void comesBackAfterBeingKilled() throws SQLException {
        write(postgres.start());
        postgres.kill();

        assertThat(postgres.isAlive()).isFalse();
        assertThat(data.path().resolve("postgres").resolve("postmaster.pid")).exists();
        assertThat(read(postgres.start())).isEqualTo(7);
    }

    @Test
    void comesBackWhenItsRecordedProcessIdBelongsToAnotherProgram() throws IOException, SQLException {
        write(postgres.start());
        postgres.kill();
        Path pidFile = data.path().resolve("postgres").resolve("postmaster.pid");
        String recorded = Files.readString(pidFile);
        String other = Long.toString(ProcessHandle.current().pid());
        Files.writeString(pidFile, other + recorded.substring(recorded.indexOf('\n')));

        assertThat(read(postgres.start())).isEqualTo(7);
    }

    @Test
    void takesTheDataOverFromAServerThatAKilledRunLeftBehind() throws SQLException {
        write(postgres.start());
        int port = FreePort.next();
        try (PostgresProcess next = new PostgresProcess(data, PROGRAMS, port, Progress.silent())) {
            assertThat(read(next.start())).isEqualTo(7);
            assertThat(postgres.isAlive()).isFalse();
        }
    }

    @Test
    void runsBesideAnotherInstance() throws SQLException {
        DatabaseAccess first = postgres.start();
        write(first);
        try (DataDirectory otherData = DataDirectory.open(folder.resolve("other"));
                PostgresProcess other = new PostgresProcess(otherData, PROGRAMS, FreePort.next(), Progress.silent())) {
            DatabaseAccess second = other.start();

            assertThatThrownBy(() -> read(second)).hasMessageContaining("does not exist");
            assertThatThrownBy(() -> connect(new DatabaseLogin(
                            second.owner().url(), "strand_owner", first.owner().password())))
                    .hasMessageContaining("password authentication failed");
            other.close();
            assertThat(read(first)).isEqualTo(7);
        }
    }

    @Test
    void saysWhichPortIsBusy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PostgresProcess late = new PostgresProcess(data, PROGRAMS, taken.getLocalPort(), Progress.silent())) {
            assertThatThrownBy(late::start)
                    .isInstanceOf(EmbeddedFailure.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("PostgreSQL")
                    .hasMessageContaining("in use");
        }
    }

    private static void write(DatabaseAccess access) throws SQLException {
        execute(access.owner(), "create table kept (v int)", "insert into kept values (7)");
    }

    private static int read(DatabaseAccess access) throws SQLException {
        return read(access.owner());
    }

    private static int read(DatabaseLogin login) throws SQLException {
        try (Connection connection = connect(login);
                ResultSet row = connection.createStatement().executeQuery("select sum(v) from kept")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(DatabaseLogin login, String... statements) throws SQLException {
        try (Connection connection = connect(login);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static Connection connect(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(login.url(), login.user(), login.password());
    }
}
