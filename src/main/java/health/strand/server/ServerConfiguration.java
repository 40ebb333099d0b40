package health.strand.server;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The whole server, written out. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            ElasticsearchRestClientAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class,
            QuartzAutoConfiguration.class,
            ThymeleafAutoConfiguration.class
        })
@Import({
    ContainerConfiguration.class,
    DatabaseConfiguration.class,
    StorageConfiguration.class,
    SearchConfiguration.class,
    VaultConfiguration.class,
    RenditionConfiguration.class,
    ConformanceConfiguration.class,
    FhirConfiguration.class,
    FilesConfiguration.class,
    GuardConfiguration.class,
    TrailConfiguration.class,
    DeskConfiguration.class,
    EmergencyConfiguration.class,
    OversightConfiguration.class,
    ProgressionConfiguration.class,
    VisibilityConfiguration.class,
    ReceiptConfiguration.class,
    JurisdictionConfiguration.class,
    ExplanationConfiguration.class,
    WatchConfiguration.class,
    PublicationConfiguration.class,
    SecurityConfiguration.class,
    SessionConfiguration.class,
    AppStateConfiguration.class,
    DicomWebConfiguration.class,
    DiscoveryConfiguration.class,
    GuideConfiguration.class,
    SummaryConfiguration.class
})
public class ServerConfiguration {}
