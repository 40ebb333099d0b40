package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTest {

    @TempDir
    Path folder;

    private Path secret;

    @BeforeEach
    void write() throws IOException {
        secret = folder.resolve("secret");
        Files.writeString(secret, "a secret\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void isToTheRealmStrandUnlessAnotherIsNamed() {
        assertThat(connection("https://id.example.org/").realm()).isEqualTo("strand");
        assertThat(connection("https://id.example.org/").keycloak().server()).isEqualTo("https://id.example.org");
        assertThat(connection("http://127.0.0.1:8080", "--realm", "clinic").realm())
                .isEqualTo("clinic");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://id.example.org", "ftp://id.example.org", "id.example.org", "https://u:p@id.example.org"})
    void sendsNoSecretWithoutTls(String server) {
        assertThatThrownBy(() -> connection(server)).hasMessageContaining("--server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"master", "Master", "a/b", "..", ""})
    void refusesTheAdministratorsRealmAndNamesThatAreNone(String realm) {
        assertThatThrownBy(() -> connection("https://id.example.org", "--realm", realm))
                .isInstanceOf(ProvisionFailed.class)
                .hasMessageContaining("realm");
    }

    @Test
    void readsTheSecretWithoutItsLineEnd() {
        assertThat(Connection.secret(secret)).isEqualTo("a secret");
    }

    @Test
    void refusesASecretThatOthersMayRead() throws IOException {
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> Connection.secret(secret)).hasMessageContaining("chmod 600");
    }

    @Test
    void refusesASecretThatIsMissingOrEmpty() throws IOException {
        assertThatThrownBy(() -> Connection.secret(folder.resolve("none"))).hasMessageContaining("cannot be read");
        Files.writeString(secret, " \n");
        assertThatThrownBy(() -> Connection.secret(secret)).hasMessageContaining("empty");
    }

    private Connection connection(String server, String... more) {
        String[] line = {"--server", server, "--admin-client", "admin", "--admin-secret-file", secret.toString()};
        String[] whole = Stream.concat(Arrays.stream(line), Arrays.stream(more)).toArray(String[]::new);
        return Connection.of(Arguments.read(whole, Connection.OPTIONS, Set.of()));
    }
}
