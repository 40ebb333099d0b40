package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What measurements and pictures of one patient come to over time, and how they are shown. */
@Configuration(proxyBeanMethods = false)
class ProgressionConfiguration {

    @Bean
    TrichometryTrend trichometryTrend(DaoRegistry daos) {
        return new TrichometryTrend(new ZoneSearch(daos));
    }

    @Bean
    RenderedPicture renderedPicture(DaoRegistry daos, StrandProperties properties) {
        return new RenderedPicture(daos, properties.base());
    }

    @Bean
    BeforeAfter beforeAfter(DaoRegistry daos) {
        return new BeforeAfter(new ZoneSearch(daos));
    }
}
