package health.strand.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The server's connections, or those of a role that no policy binds. It is wound around the server's own pool, so that
 * one server answers both ways, request by request.
 */
final class SwitchedPool extends DelegatingDataSource {

    private static final int CONNECTIONS = 16;

    private final HikariDataSource unbound;
    private final StatementClock clock;
    private volatile boolean bound = true;

    SwitchedPool(DataSource requests, String url, String unboundRole, String password, StatementClock clock) {
        super(requests);
        this.clock = clock;
        this.unbound = new HikariDataSource();
        unbound.setPoolName("unbound");
        unbound.setJdbcUrl(url);
        unbound.setUsername(unboundRole);
        unbound.setPassword(password);
        unbound.setMaximumPoolSize(CONNECTIONS);
        unbound.setConnectionInitSql("set plan_cache_mode = force_generic_plan");
    }

    /** No request may be under way. */
    void bind(boolean byPolicies) {
        bound = byPolicies;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return clock.timed(bound ? super.getConnection() : unbound.getConnection());
    }

    void close() {
        unbound.close();
    }
}
