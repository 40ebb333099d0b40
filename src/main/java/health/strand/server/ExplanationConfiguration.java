package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.strand.access.AccessPolicy;
import health.strand.enforcement.OwnAffairs;
import health.strand.smart.StrongLogIn;
import health.strand.visibility.DecidedTransactions;
import health.strand.visibility.Visibility;
import jakarta.persistence.EntityManagerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;

/** The operations that say why something is decided, and what a consent would change. */
@Configuration(proxyBeanMethods = false)
class ExplanationConfiguration {

    @Bean
    OwnAffairs ownAffairs(StrongLogIn strong) {
        return new OwnAffairs(new AccessPolicy(), ServedTypes.ALL, strong.challenge());
    }

    @Bean
    ExplainAccess explainAccess(
            DaoRegistry daos, Visibility visibility, OwnAffairs affairs, PlatformTransactionManager transactions) {
        return new ExplainAccess(daos, visibility.explanations(), affairs, DecidedTransactions.readOnly(transactions));
    }

    @Bean
    ConsentPreview consentPreview(
            DaoRegistry daos,
            FhirContext fhir,
            Visibility visibility,
            OwnAffairs affairs,
            PlatformTransactionManager transactions,
            EntityManagerFactory entityManagers) {
        return new ConsentPreview(
                daos,
                fhir,
                visibility.rehearsal(
                        transactions, SharedEntityManagerCreator.createSharedEntityManager(entityManagers)),
                affairs);
    }
}
