package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.strand.audit.AuditTrail;
import health.strand.audit.TrailForgetting;
import health.strand.jurisdiction.Jurisdiction;
import health.strand.representation.MandateReader;
import health.strand.representation.Representatives;
import health.strand.vault.Bodies;
import health.strand.visibility.RaisedConcerns;
import health.strand.visibility.StoredPeople;
import health.strand.visibility.SystemAccess;
import health.strand.visibility.Visibility;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What the server looks for by itself, and whom it tells. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    @Bean
    SystemAccess systemAccess(PlatformTransactionManager transactions) {
        return new SystemAccess(transactions);
    }

    @Bean
    PrivacyOfficer privacyOfficer(DaoRegistry daos, DataSource requests, Clock clock) {
        return new PrivacyOfficer(daos, new RaisedConcerns(requests), clock);
    }

    @Bean
    ConsentConcerns consentConcerns(Visibility visibility, PrivacyOfficer officer, SystemAccess system) {
        return new ConsentConcerns(visibility, officer, system);
    }

    @Bean
    ComingOfAge comingOfAge(
            DaoRegistry daos,
            Visibility visibility,
            DataSource requests,
            FhirContext fhir,
            Bodies bodies,
            Representatives representatives,
            PrivacyOfficer officer,
            SystemAccess system,
            MandateReader mandates,
            Jurisdiction law,
            Clock clock,
            ClinicProperties clinic) {
        return new ComingOfAge(
                daos,
                visibility,
                new StoredPeople(requests, fhir, bodies),
                representatives,
                officer,
                system,
                mandates,
                law,
                clock.withZone(clinic.zoneOrDefault()));
    }

    @Bean
    DailyWatch dailyWatch(
            ConsentConcerns consents,
            ComingOfAge majority,
            DataSource requests,
            AuditTrail trail,
            SystemAccess system,
            ClinicProperties clinic) {
        TrailForgetting forgetting = new TrailForgetting(requests, trail);
        return new DailyWatch(
                consents,
                majority,
                () -> system.because("take away of the trail what is kept no longer", forgetting::run),
                clinic.zoneOrDefault());
    }
}
