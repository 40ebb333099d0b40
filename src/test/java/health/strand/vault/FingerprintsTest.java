package health.strand.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {

    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @TempDir
    private Path folder;

    private final KeysInMemory kept = new KeysInMemory();
    private Fingerprints fingerprints;

    private Fingerprints server() {
        Path file = folder.resolve("master.json");
        MasterKeyFile.makeUnlessThere(file);
        return new Fingerprints(new PatientKeys(kept, MasterKeyFile.open(file)));
    }

    @BeforeEach
    void starts() {
        fingerprints = server();
    }

    @Test
    void encryptsThemAlikeInAsManyCharacters() {
        String sealed = fingerprints.seal(HASH, 7);

        assertThat(sealed).hasSize(HASH.length()).isNotEqualTo(HASH).isEqualTo(server().seal(HASH, 7));
        assertThat(server().open(sealed, 7)).isEqualTo(HASH);
    }

    @Test
    void tellsNotThatTwoResourcesAreAlike() {
        assertThat(fingerprints.seal(HASH, 7)).isNotEqualTo(fingerprints.seal(HASH, 8));
    }

    @Test
    void knowsThoseOfBefore() {
        assertThat(fingerprints.open(HASH, 7)).isEqualTo(HASH);
    }

    @Test
    void takesWhatIsOfAnotherResourceForADifference() {
        assertThat(fingerprints.open(fingerprints.seal(HASH, 7), 8)).isNotEqualTo(HASH);
        assertThat(fingerprints.open("?", 8)).isEqualTo("?");
    }
}
