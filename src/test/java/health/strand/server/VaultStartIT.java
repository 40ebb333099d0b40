package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.vault.MasterKeyFile;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose record is encrypted starts with the keys it is encrypted with, or not at all. */
class VaultStartIT {

    private static final RunningStrand STRAND = RunningStrand.get();

    private final VaultConfiguration configuration = new VaultConfiguration();
    private final DataSource database = STRAND.bean(DataSource.class);

    @TempDir
    private Path folder;

    private VaultProperties keys(Path file) {
        return new VaultProperties(folder.resolve("vault").toString(), file.toString());
    }

    @Test
    void refusesToStartWithoutTheMasterKeysAndMakesNoOthers() {
        Path lost = folder.resolve("lost.json");

        assertThatThrownBy(() -> configuration.keyManagement(keys(lost), database))
                .isInstanceOf(HalfConfigured.class)
                .hasMessageContaining("strand.vault.keys")
                .hasMessageContaining("is not there");
        assertThat(lost).doesNotExist();
    }

    @Test
    void refusesToStartWithOtherMasterKeys() {
        Path others = folder.resolve("others.json");
        MasterKeyFile.makeUnlessThere(others);

        assertThatThrownBy(
                        () -> configuration.patientKeys(configuration.keyManagement(keys(others), database), database))
                .isInstanceOf(HalfConfigured.class)
                .hasMessageContaining("strand.vault.keys")
                .hasMessageContaining("bring back the file");
    }

    @Test
    void refusesMasterKeysBesideWhatTheyOpen() {
        assertThatThrownBy(
                        () -> keys(folder.resolve("vault").resolve("keys.json")).masterKeys())
                .isInstanceOf(HalfConfigured.class)
                .hasMessageContaining("which it must not");
    }
}
