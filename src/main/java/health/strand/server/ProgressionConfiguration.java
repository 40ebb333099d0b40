package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What measurements and pictures of one patient come to over time. */
@Configuration(proxyBeanMethods = false)
class ProgressionConfiguration {

    @Bean
    TrichometryTrend trichometryTrend(DaoRegistry daos) {
        return new TrichometryTrend(new ZoneSearch(daos));
    }

    @Bean
    BeforeAfter beforeAfter(DaoRegistry daos) {
        return new BeforeAfter(new ZoneSearch(daos));
    }
}
