package health.strand.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyFileTest {

    private static final byte[] KEY = {1, 2, 3, 4};
    private static final byte[] CONTEXT = {5};

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void namesTheFile() {
        file = folder.resolve("keys").resolve("master.json");
    }

    @Test
    void makesAFileThatOnlyItsOwnerReads() throws IOException {
        MasterKeyFile.makeUnlessThere(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var beside = Files.list(file.getParent())) {
            assertThat(beside).containsExactly(file);
        }
    }

    @Test
    void keepsTheFileThatIsThere() {
        MasterKeyFile.makeUnlessThere(file);
        String first = MasterKeyFile.open(file).current();

        MasterKeyFile.makeUnlessThere(file);

        assertThat(MasterKeyFile.open(file).current()).isEqualTo(first);
    }

    @Test
    void unwrapsWhatItWrappedAfterBeingOpenedAnew() {
        MasterKeyFile.makeUnlessThere(file);
        MasterKeyFile keys = MasterKeyFile.open(file);

        byte[] wrapped = keys.wrap(KEY, CONTEXT);

        assertThat(MasterKeyFile.open(file).unwrap(keys.current(), wrapped, CONTEXT))
                .isEqualTo(KEY);
    }

    @Test
    void unwrapsNothingInAnotherContext() {
        MasterKeyFile.makeUnlessThere(file);
        MasterKeyFile keys = MasterKeyFile.open(file);
        byte[] wrapped = keys.wrap(KEY, CONTEXT);

        assertThatThrownBy(() -> keys.unwrap(keys.current(), wrapped, new byte[] {6}))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void wrapsWithTheFreshKeyAndStillUnwrapsWhatTheFormerOneWrapped() {
        MasterKeyFile.makeUnlessThere(file);
        MasterKeyFile former = MasterKeyFile.open(file);
        byte[] wrapped = former.wrap(KEY, CONTEXT);

        String fresh = MasterKeyFile.renew(file);

        MasterKeyFile renewed = MasterKeyFile.open(file);
        assertThat(renewed.current()).isEqualTo(fresh).isNotEqualTo(former.current());
        assertThat(renewed.unwrap(former.current(), wrapped, CONTEXT)).isEqualTo(KEY);
        assertThatThrownBy(() -> former.unwrap(fresh, renewed.wrap(KEY, CONTEXT), CONTEXT))
                .isInstanceOf(UnusableMasterKeys.class)
                .hasMessageContaining("does not hold master key `" + fresh);
    }

    @Test
    void makesAFileForTheAdministratorAndThenAFreshKeyInIt() {
        String first = MasterKeyFile.makeOrRenew(file);
        String second = MasterKeyFile.makeOrRenew(file);

        assertThat(second)
                .isNotEqualTo(first)
                .isEqualTo(MasterKeyFile.open(file).current());
        assertThat(MasterKeyFile.open(file).holds(first)).isTrue();
    }

    @Test
    void saysThatTheFileIsMissing() {
        assertThatThrownBy(() -> MasterKeyFile.open(file))
                .isInstanceOf(UnusableMasterKeys.class)
                .hasMessageContaining("is not there");
    }

    @Test
    void refusesAFileThatOthersMayRead() throws IOException {
        MasterKeyFile.makeUnlessThere(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> MasterKeyFile.open(file))
                .isInstanceOf(UnusableMasterKeys.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void saysNothingOfWhatIsInAFileThatIsNoKeyset() throws IOException {
        MasterKeyFile.makeUnlessThere(file);
        Files.writeString(file, "c2VjcmV0");

        assertThatThrownBy(() -> MasterKeyFile.open(file))
                .isInstanceOf(UnusableMasterKeys.class)
                .hasMessageContaining("is not a keyset")
                .hasMessageNotContaining("c2VjcmV0")
                .hasNoCause();
    }
}
