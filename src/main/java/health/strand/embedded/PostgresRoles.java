package health.strand.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Makes the database and its two roles, on the first start and again harmlessly on each one after. */
final class PostgresRoles {

    static final String DATABASE = "strand";
    static final String OWNER = "strand_owner";
    static final String REQUEST = "strand_request";

    private final DataDirectory data;
    private final int port;

    PostgresRoles(DataDirectory data, int port) {
        this.data = data;
        this.port = port;
    }

    Connection connectAsSuperuser() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", PostgresCluster.SUPERUSER);
        login.setProperty("password", data.secret("postgres-superuser"));
        login.setProperty("loginTimeout", "5");
        return DriverManager.getConnection(url("postgres"), login);
    }

    DatabaseAccess establish() throws SQLException {
        try (Connection connection = connectAsSuperuser();
                Statement sql = connection.createStatement()) {
            role(sql, OWNER);
            role(sql, REQUEST);
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                sql.execute("create database " + DATABASE + " owner " + OWNER);
            }
            sql.execute("revoke all on database " + DATABASE + ", postgres, template1 from public");
            sql.execute("grant connect on database " + DATABASE + " to " + REQUEST);
        }
        return new DatabaseAccess(port, login(OWNER), login(REQUEST));
    }

    /** The password is set each time: after a lost secrets file the instance still comes up. */
    private void role(Statement sql, String name) throws SQLException {
        if (!exists(sql.getConnection(), "select 1 from pg_roles where rolname = ?", name)) {
            sql.execute("create role " + name);
        }
        sql.execute("alter role " + name
                + " login nosuperuser nobypassrls nocreaterole nocreatedb noreplication noinherit password '"
                + data.secret(name) + "'");
    }

    private DatabaseLogin login(String role) {
        return new DatabaseLogin(url(DATABASE), role, data.secret(role));
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
