package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.strand.enforcement.CaseDoor;
import health.strand.oversight.PrivacyCases;
import health.strand.smart.StrongLogIn;
import health.strand.vault.Bodies;
import health.strand.visibility.StoredPeople;
import health.strand.visibility.SystemAccess;
import health.strand.visibility.Visibility;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The cases of the privacy officer. */
@Configuration(proxyBeanMethods = false)
class OversightConfiguration {

    @Bean
    PrivacyCases privacyCases(DataSource requests, Clock clock) {
        return new PrivacyCases(requests, clock);
    }

    @Bean
    CaseOperations caseOperations(
            DaoRegistry daos,
            DataSource requests,
            FhirContext fhir,
            Bodies bodies,
            PrivacyCases cases,
            Visibility visibility,
            SystemAccess system,
            StrongLogIn strong,
            Clock clock) {
        return new CaseOperations(
                new CaseDoor(strong.freshChallenge()),
                new CaseRecord(daos, cases, new StoredPeople(requests, fhir, bodies), visibility, system, clock));
    }
}
