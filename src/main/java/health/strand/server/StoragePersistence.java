package health.strand.server;

import ca.uhn.fhir.jpa.util.ISequenceValueMassager;
import ca.uhn.hapi.fhir.sql.hibernatesvc.HapiHibernateDialectSettingsService;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.Map;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.hibernate.jpa.boot.internal.EntityManagerFactoryBuilderImpl;
import org.hibernate.jpa.boot.internal.PersistenceUnitInfoDescriptor;
import org.hibernate.jpa.boot.spi.EntityManagerFactoryBuilder;

/** Hibernate with the source of row ids handed to it; HAPI's own provider can only make one by its class. */
final class StoragePersistence extends HibernatePersistenceProvider {

    private final ISequenceValueMassager ids;

    StoragePersistence(ISequenceValueMassager ids) {
        this.ids = ids;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected EntityManagerFactoryBuilder getEntityManagerFactoryBuilder(
            PersistenceUnitInfo unit, Map<?, ?> integration) {
        return new Builder(unit, (Map<String, Object>) integration);
    }

    private final class Builder extends EntityManagerFactoryBuilderImpl {

        Builder(PersistenceUnitInfo unit, Map<String, Object> integration) {
            super(new PersistenceUnitInfoDescriptor(unit), integration);
        }

        /** Called while the builder is made, before its fields are. */
        @Override
        protected StandardServiceRegistryBuilder getStandardServiceRegistryBuilder(BootstrapServiceRegistry registry) {
            return super.getStandardServiceRegistryBuilder(registry)
                    .addService(ISequenceValueMassager.class, ids)
                    .addService(HapiHibernateDialectSettingsService.class, new HapiHibernateDialectSettingsService());
        }
    }
}
