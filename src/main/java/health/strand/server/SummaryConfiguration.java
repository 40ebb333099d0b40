package health.strand.server;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import health.strand.access.AccessPolicy;
import health.strand.enforcement.WholeRecord;
import health.strand.jurisdiction.Jurisdiction;
import health.strand.receipts.ReceiptSeal;
import health.strand.smart.PlaceProperties;
import health.strand.summary.Summaries;
import health.strand.vault.Bodies;
import health.strand.vault.PatientKeys;
import health.strand.visibility.Clients;
import health.strand.visibility.DecidedTransactions;
import health.strand.visibility.Holdings;
import health.strand.visibility.StorageMeasure;
import health.strand.visibility.Visibility;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The answers to a patient's five questions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PrivacyProperties.class)
class SummaryConfiguration {

    @Bean
    ProtectionMeasure protectionMeasure(
            DataSource requests,
            PrivacyProperties said,
            PlaceProperties place,
            PatientKeys vault,
            ReceiptSeal seal,
            ReceiptProperties receipts,
            StrandProperties properties) {
        return new ProtectionMeasure(
                new StorageMeasure(requests), said, place, vault, seal, receipts.file(), properties.base());
    }

    @Bean
    PrivacySummaries privacySummaries(
            DataSource requests,
            Bodies bodies,
            Visibility visibility,
            Clients clients,
            Jurisdiction law,
            ProtectionMeasure protection,
            PrivacyProperties said,
            ClinicProperties clinic,
            PlatformTransactionManager transactions,
            Clock clock) {
        Holdings holdings = new Holdings(requests, bodies, clock);
        Summaries summaries = new Summaries(
                requests,
                bodies,
                holdings,
                visibility.onlookers(),
                clients,
                law,
                protection::now,
                said.contact(),
                clock,
                clinic.zoneOrDefault());
        return new PrivacySummaries(
                summaries,
                holdings,
                new WholeRecord(new AccessPolicy(), ServedTypes.ALL),
                DecidedTransactions.readOnly(transactions));
    }

    /** After every guard: it writes what they have let pass. */
    @Bean
    SmartInitializingSingleton readablePages(IInterceptorService interceptors, ClinicProperties clinic) {
        return () -> interceptors.registerInterceptor(new ReadablePages(clinic.zoneOrDefault()));
    }
}
