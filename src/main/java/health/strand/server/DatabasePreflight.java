package health.strand.server;

import health.strand.visibility.RequestRole;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Looks at the configured database as both of its roles, before anything is built on it. */
final class DatabasePreflight {

    private static final String LOGIN_SECONDS = "10";
    private static final String MAY_MIGRATE = "select has_schema_privilege(current_user, 'public', 'create')"
            + " and has_database_privilege(current_user, current_database(), 'create')";

    private final Environment environment;
    private final List<String> faults = new ArrayList<>();

    private DatabasePreflight(Environment environment) {
        this.environment = environment;
    }

    /** @return what is wrong, each in a sentence; empty when both roles can do their tasks and no more */
    static List<String> faults(Environment environment) {
        DatabasePreflight check = new DatabasePreflight(environment);
        check.as("strand.database.owner-username", "strand.database.owner-password", check::owner);
        if (check.faults.isEmpty()) {
            check.as("strand.database.username", "strand.database.password", check::requests);
        }
        return check.faults;
    }

    private interface Look {
        void at(Connection connection) throws SQLException;
    }

    private void as(String user, String password, Look look) {
        Properties login = new Properties();
        login.setProperty("user", text(user));
        login.setProperty("password", text(password));
        login.setProperty("loginTimeout", LOGIN_SECONDS);
        login.setProperty("ApplicationName", "strand preflight");
        try (Connection connection = DriverManager.getConnection(text("strand.database.url"), login)) {
            look.at(connection);
        } catch (SQLException e) {
            faults.add("the database at `strand.database.url` cannot be used as `" + user + "`: " + firstLine(e));
        }
    }

    private void owner(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet answer = sql.executeQuery(MAY_MIGRATE)) {
            if (answer.next() && !answer.getBoolean(1)) {
                faults.add("the role of `strand.database.owner-username` may not create tables and schemas;"
                        + " make it the owner of the database");
            }
        }
    }

    private void requests(Connection connection) {
        try {
            RequestRole.verify(new SingleConnectionDataSource(connection, true));
        } catch (IllegalStateException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
    }

    private String text(String key) {
        @Nullable String value = environment.getProperty(key);
        return value == null ? "" : value;
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse(failure.getSQLState());
    }
}
