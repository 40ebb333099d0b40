package health.strand.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    private static final String NAME = "0123456789abcdef0123456789abcdef-1";

    @TempDir
    private Path folder;

    private Folders folders;

    @BeforeEach
    void opensFolders() {
        folders = new Folders(folder.resolve("files"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void storesAFileReadableByItsOwnerOnly() throws IOException {
        folders.put(NAME, out -> out.write(new byte[] {1, 2, 3}));

        assertThat(files()).containsExactly(folder.resolve("files/01/23").resolve(NAME));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                .isEqualTo("rw-------");
        try (SeekableByteChannel file = folders.open(NAME)) {
            ByteBuffer bytes = ByteBuffer.allocate(8);
            file.position(1).read(bytes);
            assertThat(bytes.flip()).isEqualTo(ByteBuffer.wrap(new byte[] {2, 3}));
        }
    }

    @Test
    void writesNoFileTwice() throws IOException {
        folders.put(NAME, out -> out.write(1));

        assertThatThrownBy(() -> folders.put(NAME, out -> out.write(2))).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readAllBytes(files().get(0))).containsExactly(1);
        assertThat(files()).hasSize(1);
    }

    @Test
    void leavesNothingOfWhatBreaksOff() throws IOException {
        assertThatThrownBy(() -> folders.put(NAME, out -> {
                    out.write(1);
                    throw new IOException("gone");
                }))
                .hasMessage("gone");

        assertThat(files()).isEmpty();
        assertThatThrownBy(() -> folders.open(NAME)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void removesAFile() throws IOException {
        folders.put(NAME, out -> out.write(1));

        folders.delete(NAME);
        folders.delete(NAME);

        assertThat(files()).isEmpty();
    }

    @Test
    void followsNoNameOutOfItsFolder() {
        assertThatThrownBy(() -> folders.open("../../../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesWhatWasStoredBeforeAMomentAndRemovesWhatCameToNothing() throws IOException {
        assertThat(folders.storedBefore(Instant.now().plusSeconds(9))).isEmpty();
        assertThat(folders.removeUnfinished(Instant.now().plusSeconds(9))).isZero();
        folders.put(NAME, out -> out.write(1));
        Path unfinished = Files.createFile(files().get(0).resolveSibling(".new123"));

        assertThat(folders.storedBefore(Instant.now().minusSeconds(60))).isEmpty();
        assertThat(folders.removeUnfinished(Instant.now().minusSeconds(60))).isZero();
        assertThat(folders.storedBefore(Instant.now().plusSeconds(9))).containsExactly(NAME);
        assertThat(folders.removeUnfinished(Instant.now().plusSeconds(9))).isEqualTo(1);

        assertThat(unfinished).doesNotExist();
        assertThat(files()).hasSize(1);
    }
}
