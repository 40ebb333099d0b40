package health.strand.server;

import health.strand.imaging.PictureFormat;
import health.strand.vault.FileVault;
import health.strand.vault.NewFiles;
import health.strand.visibility.WaitingRenditions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The smaller pictures that are made of stored ones when they have come in. */
@Configuration(proxyBeanMethods = false)
class RenditionConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    WaitingRenditions waitingRenditions(DataSource requests) {
        return new WaitingRenditions(requests, new TransactionTemplate(new DataSourceTransactionManager(requests)));
    }

    @Bean
    NewFiles newPictures(WaitingRenditions waiting) {
        return (file, beginning) -> {
            if (PictureFormat.of(beginning).isPresent()) {
                waiting.add(file);
            }
        };
    }

    @Bean
    KeptRenditions keptRenditions(FileVault files, WaitingRenditions waiting) {
        return new KeptRenditions(files, waiting);
    }

    @Bean
    BackgroundWork renditionWork(KeptRenditions renditions) {
        return new BackgroundWork(
                "renditions",
                "making thumbnails and web renditions of pictures",
                Duration.ZERO,
                PAUSE,
                renditions::makeSome);
    }

    @Bean
    Gauge waitingPictures(MeterRegistry meters, WaitingRenditions waiting) {
        return Gauge.builder("strand.renditions.waiting", waiting, WaitingRenditions::count)
                .description("Stored pictures of which no thumbnail and web rendition were made yet")
                .register(meters);
    }
}
