package health.strand.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Has what may be the same come in one after the other, on whatever server, so that the second finds what the first has
 * stored. A few at a time: each holds a connection while its work takes others.
 */
final class IntakeTurns {

    private static final int SHARE = 4;

    private final DataSource requests;
    private final Places places;

    /** @param connections how many there are for requests */
    IntakeTurns(DataSource requests, int connections) {
        this.requests = requests;
        this.places = new Places(Math.max(1, connections / SHARE));
    }

    /** What is done in turn. */
    @FunctionalInterface
    interface Work {

        void run() throws ServletException, IOException;
    }

    /** Whether there was a place within a minute; nothing is done when there was none. */
    boolean during(String name, Work work) throws ServletException, IOException {
        if (!places.take()) {
            return false;
        }
        try (Connection turn = requests.getConnection()) {
            lock(turn, "select pg_advisory_lock(hashtextextended(?, 8207))", name);
            try {
                work.run();
            } finally {
                lock(turn, "select pg_advisory_unlock(hashtextextended(?, 8207))", name);
            }
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("a session could not take its turn", e);
        } finally {
            places.giveBack();
        }
    }

    private static void lock(Connection turn, String query, String name) throws SQLException {
        try (PreparedStatement statement = turn.prepareStatement(query)) {
            statement.setString(1, name);
            statement.execute();
        }
    }
}
