package health.strand.server;

import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.HibernatePropertiesProvider;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.dao.TransactionProcessor;
import ca.uhn.fhir.jpa.dao.tx.HapiTransactionService;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import ca.uhn.fhir.jpa.searchparam.extractor.IResourceLinkResolver;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import ca.uhn.fhir.jpa.util.MemoryCacheService;
import health.strand.enforcement.DecidedReach;
import health.strand.enforcement.KeptReferences;
import health.strand.visibility.DurableIds;
import health.strand.visibility.HandedAudiences;
import health.strand.visibility.KeptLinks;
import health.strand.visibility.KeyedTransactionManager;
import health.strand.visibility.KeyedTransactionService;
import health.strand.visibility.TransactionsEverywhere;
import health.strand.visibility.UnsharedCaches;
import jakarta.persistence.EntityManagerFactory;
import java.util.Properties;
import javax.sql.DataSource;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.search.mapper.orm.cfg.HibernateOrmMapperSettings;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** HAPI's JPA storage on our database roles, transactions and settings. */
@Configuration(proxyBeanMethods = false)
@Import({
    JpaR4Config.class,
    ThreadPoolFactoryConfig.class,
    JpaBatch2Config.class,
    Batch2JobsConfig.class,
    SubscriptionChannelConfig.class,
    StorageBeans.class
})
class StorageConfiguration {

    @Bean
    JpaStorageSettings storageSettings(StrandProperties properties) {
        return StorageSettings.create(properties.base());
    }

    @Bean
    PartitionSettings partitionSettings() {
        return StorageSettings.cells();
    }

    @Bean
    SubscriptionSettings subscriptionSettings() {
        return new SubscriptionSettings();
    }

    @Bean
    @Primary
    HibernatePropertiesProvider hibernatePropertiesProvider() {
        return new PostgresDialectProvider();
    }

    @Bean
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
            DataSource requests,
            @Qualifier("ids") DataSource ids,
            ConfigurableListableBeanFactory beans,
            FhirContext fhir,
            JpaStorageSettings settings) {
        LocalContainerEntityManagerFactoryBean factory =
                HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhir, settings);
        factory.setPersistenceProvider(new StoragePersistence(new DurableIds(ids)));
        factory.setPersistenceUnitName("strand");
        factory.setDataSource(requests);
        factory.setJpaProperties(hibernate());
        return factory;
    }

    private static Properties hibernate() {
        Properties properties = new Properties();
        properties.setProperty(AvailableSettings.DIALECT, HapiFhirPostgresDialect.class.getName());
        // the schema is migrated by HAPI's own migrator as another role
        properties.setProperty(AvailableSettings.HBM2DDL_AUTO, "none");
        properties.setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, "20");
        properties.setProperty(AvailableSettings.ORDER_INSERTS, "true");
        properties.setProperty(AvailableSettings.USE_SECOND_LEVEL_CACHE, "false");
        properties.setProperty(AvailableSettings.USE_QUERY_CACHE, "false");
        // a full-text index would hold clear text outside the policies
        properties.setProperty(HibernateOrmMapperSettings.ENABLED, "false");
        return properties;
    }

    @Bean
    HandedAudiences handedAudiences() {
        return new HandedAudiences();
    }

    @Bean
    @Primary
    KeyedTransactionManager transactionManager(
            EntityManagerFactory entityManagers, DataSource requests, HandedAudiences audiences) {
        return new KeyedTransactionManager(entityManagers, requests, audiences, DecidedReach::ofThisThread);
    }

    @Bean
    @Primary
    HapiTransactionService hapiTransactionService() {
        return new KeyedTransactionService(DecidedReach::of, DecidedReach::conditionsOf);
    }

    @Bean
    @Primary
    TransactionProcessor transactionProcessor() {
        return new TransactionsEverywhere();
    }

    @Bean
    @Primary
    IResourceLinkResolver daoResourceLinkResolver() {
        return new KeptLinks(KeptReferences::isKept);
    }

    @Bean
    @Primary
    MemoryCacheService memoryCacheService(JpaStorageSettings settings) {
        return new UnsharedCaches(settings);
    }
}
