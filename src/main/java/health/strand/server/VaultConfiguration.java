package health.strand.server;

import health.strand.vault.Bodies;
import health.strand.vault.FileStore;
import health.strand.vault.FileVault;
import health.strand.vault.Fingerprints;
import health.strand.vault.IndexHashes;
import health.strand.vault.KeyManagement;
import health.strand.vault.MasterKeyFile;
import health.strand.vault.NewFiles;
import health.strand.vault.PatientKeys;
import health.strand.vault.Pseudonyms;
import health.strand.vault.UnusableMasterKeys;
import health.strand.visibility.PlainBodies;
import health.strand.visibility.PlainIndex;
import health.strand.visibility.RenewedBodies;
import health.strand.visibility.SealedBodies;
import health.strand.visibility.SealedIndex;
import health.strand.visibility.StrayFiles;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the record is encrypted with. A server whose keys are not there does not start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultProperties.class)
class VaultConfiguration {

    /** A first start makes the master keys; a later one that made others would hide that the right ones are lost. */
    @Bean
    KeyManagement keyManagement(VaultProperties properties, @Qualifier("ids") DataSource apart) {
        Path file = properties.masterKeys();
        try {
            if (!Files.exists(file) && !PatientKeys.areThere(apart)) {
                MasterKeyFile.makeUnlessThere(file);
            }
            return MasterKeyFile.open(file);
        } catch (UnusableMasterKeys unusable) {
            throw new HalfConfigured("`" + VaultProperties.KEYS + "`: " + unusable.getMessage());
        }
    }

    @Bean
    PatientKeys patientKeys(KeyManagement masters, @Qualifier("ids") DataSource apart) {
        PatientKeys keys = new PatientKeys(apart, masters);
        try {
            keys.verify();
        } catch (UnusableMasterKeys unusable) {
            throw new HalfConfigured("`" + VaultProperties.KEYS + "`: " + unusable.getMessage());
        }
        return keys;
    }

    @Bean
    FileVault fileVault(PatientKeys keys, FileStore store) {
        return new FileVault(keys, store);
    }

    @Bean
    Bodies bodies(PatientKeys keys, FileVault files, NewFiles told) {
        return new Bodies(keys, files, told);
    }

    @Bean
    Fingerprints fingerprints(PatientKeys keys) {
        return new Fingerprints(keys);
    }

    /** From here on nothing is written that is not encrypted; nothing writes before. */
    @Bean
    SealedBodies sealedBodies(
            EntityManagerFactory entityManagers, Bodies bodies, Fingerprints fingerprints, DataSource requests) {
        SealedBodies listener = new SealedBodies(bodies, fingerprints, requests);
        listener.listenTo(entityManagers.unwrap(SessionFactoryImplementor.class));
        return listener;
    }

    /** Not on the connections that keys are made on: a key that is made meanwhile stays when a turn comes to nothing. */
    @Bean
    BackgroundWork bodySealing(DataSource requests, Bodies bodies, Fingerprints fingerprints, PlainIndex index) {
        PlainBodies plain = new PlainBodies(requests, turns(requests), bodies, fingerprints);
        return new BackgroundWork(
                "body-sealing",
                "encrypting bodies and index entries that were not",
                Duration.ZERO,
                Duration.ofDays(1),
                () -> plain.sealSome() + index.sealSome());
    }

    @Bean
    Pseudonyms pseudonyms(PatientKeys keys) {
        return new Pseudonyms(keys);
    }

    @Bean
    IndexHashes indexHashes(PatientKeys keys) {
        return new IndexHashes(keys);
    }

    @Bean
    PlainIndex plainIndex(DataSource requests, IndexHashes hashes) {
        return new PlainIndex(requests, turns(requests), hashes);
    }

    /** From here on nothing readable is written into the search index about genetic data. */
    @Bean
    SealedIndex sealedIndex(EntityManagerFactory entityManagers, IndexHashes hashes) {
        SealedIndex listener = new SealedIndex(hashes);
        listener.listenTo(entityManagers.unwrap(SessionFactoryImplementor.class));
        return listener;
    }

    @Bean
    RenewedBodies renewedBodies(DataSource requests, PatientKeys keys, Bodies bodies) {
        return new RenewedBodies(requests, turns(requests), keys, bodies, RenewedBodies.OUT_OF_USE);
    }

    @Bean
    BackgroundWork keyRenewal(RenewedBodies renewed) {
        return new BackgroundWork(
                "key-renewal",
                "encrypting bodies under fresh keys",
                Duration.ZERO,
                Duration.ofMinutes(1),
                renewed::sealSome);
    }

    /** It reads the bodies of all files, which a start need not wait beside. */
    @Bean
    BackgroundWork fileSweep(DataSource requests, Bodies bodies, FileStore store, Clock clock) {
        StrayFiles stray = new StrayFiles(requests, bodies, store, clock);
        return new BackgroundWork(
                "file-sweep",
                "removing files nobody refers to",
                Duration.ofHours(1),
                Duration.ofDays(1),
                stray::remove);
    }

    @Bean
    KeyOperations keyOperations(PatientKeys keys, RenewedBodies renewed) {
        return new KeyOperations(keys, renewed);
    }

    private static TransactionTemplate turns(DataSource requests) {
        return new TransactionTemplate(new DataSourceTransactionManager(requests));
    }

    /** A master key that is no longer the primary one wraps nothing once the server has started. */
    @Bean
    SmartInitializingSingleton wrappedAnew(PatientKeys keys) {
        return keys::wrapAnew;
    }
}
