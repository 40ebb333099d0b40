package health.strand.server;

import health.strand.jurisdiction.Jurisdiction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The law the clinic works under, with what the clinic itself has chosen within it. */
@Configuration(proxyBeanMethods = false)
class JurisdictionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(JurisdictionConfiguration.class);

    @Bean
    Jurisdiction jurisdiction(ClinicProperties clinic, AuditProperties audit) {
        Jurisdiction law = TrailRetention.under(
                JurisdictionChoice.chosen(clinic.jurisdiction(), clinic.jurisdictionFile()), audit.retention());
        if (!law.unverified().isEmpty()) {
            LOG.warn(
                    "law of {}: {} statements are for a lawyer to check: {}",
                    law.name(),
                    law.unverified().size(),
                    String.join(", ", law.unverified()));
        }
        return law;
    }
}
