package health.strand.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import health.strand.vault.FileStore;
import health.strand.vault.FileVault;
import health.strand.vault.Fingerprints;
import health.strand.vault.Folders;
import health.strand.visibility.SentFiles;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Binary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where files lie, and how they are given out. */
@Configuration(proxyBeanMethods = false)
class FilesConfiguration {

    @Bean
    FileStore fileStore(VaultProperties properties, MeterRegistry meters) {
        return new MeasuredStore(new Folders(properties.files()), meters.counter("strand.vault.read"));
    }

    @Bean
    SentAgain sentAgain(DataSource requests, Fingerprints fingerprints) {
        return new SentAgain(new SentFiles(requests), fingerprints);
    }

    @Bean
    BinaryFiles binaryFiles(DaoRegistry daos, FhirContext context, SentAgain sent) {
        BinaryFiles files = new BinaryFiles(sent);
        files.setContext(context);
        files.setDao(daos.getResourceDao(Binary.class));
        return files;
    }

    @Bean
    FileAnswers fileAnswers(FileVault vault, BinaryFiles files) {
        return new FileAnswers(vault, files);
    }
}
