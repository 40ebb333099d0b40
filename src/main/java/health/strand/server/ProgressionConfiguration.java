package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.strand.links.PictureLinks;
import health.strand.vault.Pseudonyms;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What measurements and pictures of one patient come to over time, and how they are shown. */
@Configuration(proxyBeanMethods = false)
class ProgressionConfiguration {

    @Bean
    TrichometryTrend trichometryTrend(DaoRegistry daos) {
        return new TrichometryTrend(new ZoneSearch(daos), new DeviceSearch(daos));
    }

    @Bean
    TestRetest testRetest(DaoRegistry daos) {
        return new TestRetest(daos, new DeviceSearch(daos));
    }

    @Bean
    RenderedPicture renderedPicture(DaoRegistry daos, StrandProperties properties, KeptRenditions renditions) {
        return new RenderedPicture(new ShownPicture(new PictureFiles(daos, properties.base()), renditions));
    }

    @Bean
    DeidentifiedCopy deidentifiedCopy(DaoRegistry daos, StrandProperties properties, Pseudonyms pseudonyms) {
        return new DeidentifiedCopy(new PictureFiles(daos, properties.base()), pseudonyms);
    }

    @Bean
    LinkToPicture linkToPicture(DaoRegistry daos, PictureLinks links, StrandProperties properties, Clock clock) {
        return new LinkToPicture(new PictureFiles(daos, properties.base()), links, properties.base(), clock);
    }

    @Bean
    BeforeAfter beforeAfter(DaoRegistry daos) {
        return new BeforeAfter(new ZoneSearch(daos));
    }
}
