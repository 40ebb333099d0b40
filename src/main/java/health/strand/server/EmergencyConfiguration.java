package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.strand.access.ImplicitPolicy;
import health.strand.audit.RefusalCounts;
import health.strand.emergency.Emergencies;
import health.strand.enforcement.EmergencyDoor;
import health.strand.jurisdiction.Jurisdiction;
import health.strand.smart.StrongLogIn;
import health.strand.vault.Bodies;
import health.strand.visibility.DecidedTransactions;
import health.strand.visibility.OpenTasks;
import health.strand.visibility.StoredPeople;
import health.strand.visibility.SystemAccess;
import health.strand.visibility.Visibility;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Records that are opened in an emergency, and what waits for the privacy officer. */
@Configuration(proxyBeanMethods = false)
class EmergencyConfiguration {

    @Bean
    EmergencyRecord emergencyRecord(
            DaoRegistry daos,
            DataSource requests,
            FhirContext fhir,
            Bodies bodies,
            Emergencies emergencies,
            Visibility visibility,
            SystemAccess system,
            Clock clock) {
        return new EmergencyRecord(
                daos, emergencies, new StoredPeople(requests, fhir, bodies), visibility, system, clock);
    }

    @Bean
    EmergencyOperations emergencyOperations(
            EmergencyRecord record,
            Emergencies emergencies,
            ImplicitPolicy policy,
            Jurisdiction law,
            StrongLogIn strong,
            PlatformTransactionManager transactions) {
        return new EmergencyOperations(
                new EmergencyDoor(policy, law.breakGlass(), strong.freshChallenge()),
                record,
                emergencies,
                DecidedTransactions.readOnly(transactions));
    }

    @Bean
    PrivacyDesk privacyDesk(
            DataSource requests,
            Bodies bodies,
            PlatformTransactionManager transactions,
            ClinicProperties clinic,
            Clock clock) {
        return new PrivacyDesk(
                new OpenTasks(requests, bodies, clinic.zoneOrDefault()),
                new RefusalCounts(requests),
                DecidedTransactions.readOnly(transactions),
                clock.withZone(clinic.zoneOrDefault()));
    }
}
