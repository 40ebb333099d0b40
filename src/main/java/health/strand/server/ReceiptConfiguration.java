package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.strand.receipts.ReceiptSeal;
import health.strand.visibility.Visibility;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Receipts of consents, and the operations that answer with them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReceiptProperties.class)
class ReceiptConfiguration {

    static final String KEYS = FhirConfiguration.PATH + "/.well-known/receipt-keys";

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

    /**
     * Open to everybody: a receipt is verified without asking who holds it.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517, JWK Set</a>
     */
    @Bean
    ServletRegistrationBean<OpenDocument> receiptKeys(ReceiptSeal seal) {
        return OpenDocument.at(
                KEYS, "application/jwk-set+json", seal.publishedKeys().getBytes(StandardCharsets.UTF_8));
    }
}
