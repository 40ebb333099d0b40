package health.strand.twin;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Puts one database after another under the running server: the world as it is, or what of it is there for one requester.
 * Each is a fresh copy, so what one run has written is gone in the next.
 */
final class TwinDatabases {

    private static final String LIVE = "strand";
    private static final String WORLD = "world";
    private static final String NEXT = "next";
    /** By how much row ids are advanced in each copy: the server goes on with a block it took in the copy before. */
    private static final int AHEAD = 1_000_000;

    private final int port;
    private final String secret;
    private final ServerMemory memory;
    private int copies;

    /** Something to be done in a database before the server gets it. */
    interface Change {
        void in(Connection database) throws SQLException;
    }

    TwinDatabases(int port, String secret, ServerMemory memory) {
        this.port = port;
        this.secret = secret;
        this.memory = memory;
    }

    /** Keeps what the server has now as the world, and gives it a copy. */
    void keepWorld() throws SQLException {
        try (Connection admin = connect("postgres");
                Statement sql = admin.createStatement()) {
            moveAway(sql, LIVE, WORLD);
        }
        give(database -> {});
    }

    /** Gives the server a copy of the world, changed. */
    void give(Change change) throws SQLException {
        copies++;
        try (Connection admin = connect("postgres");
                Statement sql = admin.createStatement()) {
            sql.execute("create database " + NEXT + " template " + WORLD + " owner strand_owner");
            try (Connection next = connect(NEXT)) {
                advance(next);
                next.setAutoCommit(false);
                change.in(next);
                next.commit();
            }
            boolean replaces = exists(sql, LIVE);
            if (replaces) {
                moveAway(sql, LIVE, "old");
            }
            moveAway(sql, NEXT, LIVE);
            sql.execute("drop database if exists old with (force)");
            memory.forget();
        }
    }

    /** A connection past all policies to the world itself. */
    Connection world() throws SQLException {
        return connect(WORLD);
    }

    /** A connection past all policies to what the server has now. */
    Connection live() throws SQLException {
        return connect(LIVE);
    }

    private void moveAway(Statement sql, String from, String to) throws SQLException {
        sql.execute("alter database " + from + " allow_connections false");
        memory.disconnect();
        for (int attempt = 0; ; attempt++) {
            sql.execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + from + "'");
            try {
                sql.execute("alter database " + from + " rename to " + to);
                break;
            } catch (SQLException busy) {
                if (attempt == 20) {
                    throw busy;
                }
            }
        }
        sql.execute("alter database " + to + " allow_connections true");
    }

    private void advance(Connection database) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.execute("select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value + "
                    + (long) copies * AHEAD
                    + ") from pg_sequences where schemaname = 'public' and max_value > 1000000000000");
        }
    }

    private static boolean exists(Statement sql, String database) throws SQLException {
        try (var found = sql.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
            return found.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", secret);
    }
}
