package health.strand.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import health.strand.jurisdiction.Jurisdiction;
import health.strand.visibility.RequestRole;
import health.strand.visibility.SchemaMigration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The two ways into the database: as the owner, once, to migrate; as the request role, for everything else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    private static final int CONNECTION_WAIT_MILLIS = 5_000;
    private static final int ID_CONNECTIONS = 2;
    /**
     * Under the policies a plan is dearer to make than to carry out, and HAPI keeps long statistics on its columns: a plan
     * made for each value takes longer than any that it would be better than. What HAPI looks for is mostly hashes.
     */
    private static final String KEEP_PLANS = "set plan_cache_mode = force_generic_plan";

    private static final int MIGRATION_CONNECTIONS = 3;

    @Bean
    @Primary
    DataSource requests(DatabaseProperties properties, Jurisdiction law) {
        String role = DatabaseProperties.required(properties.username(), "strand.database.username");
        // a migration asks thousands of small questions; a connection for each would take minutes
        try (HikariDataSource owner = new HikariDataSource(owner(properties))) {
            SchemaMigration.run(owner, role, TrailRetention.of(law));
        }
        HikariConfig requests = pool("requests", properties.poolSize(), properties);
        requests.setConnectionInitSql(KEEP_PLANS);
        HikariDataSource pool = new HikariDataSource(requests);
        verify(pool);
        return pool;
    }

    /** Apart from {@link #requests}: whoever takes ids waits with a connection in hand. */
    @Bean
    DataSource ids(@Qualifier("requests") DataSource migrated, DatabaseProperties properties) {
        return new HikariDataSource(pool("ids", ID_CONNECTIONS, properties));
    }

    private static void verify(HikariDataSource pool) {
        try {
            RequestRole.verify(pool);
        } catch (IllegalStateException e) {
            pool.close();
            throw new HalfConfigured(String.valueOf(e.getMessage()));
        }
    }

    private static HikariConfig pool(String name, int connections, DatabaseProperties properties) {
        HikariConfig pool =
                pool(name, connections, DatabaseProperties.required(properties.url(), "strand.database.url"));
        pool.setUsername(DatabaseProperties.required(properties.username(), "strand.database.username"));
        pool.setPassword(DatabaseProperties.required(properties.password(), "strand.database.password"));
        return pool;
    }

    private static HikariConfig owner(DatabaseProperties properties) {
        HikariConfig pool = pool(
                "migration",
                MIGRATION_CONNECTIONS,
                DatabaseProperties.required(properties.url(), "strand.database.url"));
        pool.setUsername(DatabaseProperties.required(properties.ownerUsername(), "strand.database.owner-username"));
        pool.setPassword(DatabaseProperties.required(properties.ownerPassword(), "strand.database.owner-password"));
        return pool;
    }

    private static HikariConfig pool(String name, int connections, String url) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(CONNECTION_WAIT_MILLIS);
        return pool;
    }
}
