package health.strand.server;

import ca.uhn.fhir.jpa.config.HibernatePropertiesProvider;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import org.hibernate.dialect.Dialect;

/** Says that the database is PostgreSQL, without asking one. */
final class PostgresDialectProvider extends HibernatePropertiesProvider {

    private final Dialect dialect = new HapiFhirPostgresDialect();

    @Override
    public Dialect getDialect() {
        return dialect;
    }
}
