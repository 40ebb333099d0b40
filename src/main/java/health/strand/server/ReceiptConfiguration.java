package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.strand.receipts.ReceiptSeal;
import health.strand.visibility.Visibility;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Receipts of consents, and the operations that answer with them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReceiptProperties.class)
class ReceiptConfiguration {

    @Bean
    ReceiptSeal receiptSeal(ReceiptProperties properties) {
        return ReceiptSeal.of(properties.file());
    }

    @Bean
    ReceiptRecord receiptRecord(
            DaoRegistry daos, Visibility visibility, ReceiptSeal seal, StrandProperties properties, Clock clock) {
        return new ReceiptRecord(daos, visibility, seal, properties.base(), clock);
    }

    @Bean
    ConsentOperations consentOperations(DaoRegistry daos, ReceiptRecord receipts) {
        return new ConsentOperations(daos, receipts);
    }

    @Bean
    ServletRegistrationBean<ReceiptKeysServlet> receiptKeys(ReceiptSeal seal) {
        return new ServletRegistrationBean<>(new ReceiptKeysServlet(seal), ReceiptKeysServlet.PATH);
    }
}
