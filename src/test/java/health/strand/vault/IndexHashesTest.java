package health.strand.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexHashesTest {

    @TempDir
    private Path folder;

    private final KeysInMemory kept = new KeysInMemory();

    private IndexHashes server(KeysInMemory clinic, String file) {
        Path master = folder.resolve(file);
        MasterKeyFile.makeUnlessThere(master);
        return new IndexHashes(new PatientKeys(clinic, MasterKeyFile.open(master)));
    }

    @Test
    void givesTheSameOnEveryServerOfAClinicAndAnotherInAnotherClinic() {
        long sealed = server(kept, "master").seal(7);

        assertThat(sealed).isNotEqualTo(7).isEqualTo(server(kept, "master").seal(7));
        assertThat(server(new KeysInMemory(), "others").seal(7)).isNotEqualTo(sealed);
    }

    @Test
    void givesDifferentOnesForDifferentHashesInEveryPart() {
        IndexHashes hashes = server(kept, "master");
        long[] all = LongStream.range(0, 10_000).map(hashes::seal).toArray();

        assertThat(LongStream.of(all).distinct().count()).isEqualTo(10_000);
        assertThat(LongStream.of(all).map(each -> each >>> 56).distinct().count())
                .isEqualTo(256);
        assertThat(LongStream.of(all).map(each -> each & 0xff).distinct().count())
                .isEqualTo(256);
    }
}
