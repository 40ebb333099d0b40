package health.strand.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeycloakProcessIT {

    private static final Path PROGRAMS = Path.of("target", "keycloak");
    private static final Ports PORTS = new Ports(19_520);

    @TempDir
    Path folder;

    @Test
    void keepsItsDataThroughAKillAndARestartAndStaysInItsOwnFolder() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"));
                KeycloakProcess keycloak = process(data, PORTS)) {
            keycloak.start();
            keycloak.setup().linkAccount("sora", "Practitioner/1");
            Path before = newestOfDistribution();
            keycloak.kill();
            assertThat(keycloak.isAlive()).isFalse();

            keycloak.start();

            String user = administration(keycloak, data).get("/users?exact=true&username=sora");
            assertThat(user).contains("Practitioner/1").contains("sora@example.org");
            assertThat(newestOfDistribution()).isEqualTo(before);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            data.path().resolve("secrets").resolve("keycloak-strand-loader"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void runsBesideAnotherInstanceWithSecretsOfItsOwn() {
        Ports otherPorts = new Ports(19_530);
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"));
                DataDirectory otherData = DataDirectory.open(folder.resolve("other"));
                KeycloakProcess keycloak = process(data, PORTS);
                KeycloakProcess other = process(otherData, otherPorts)) {
            keycloak.start();
            KeycloakAccess second = other.start();

            assertThat(second.issuer()).isEqualTo(otherPorts.issuer());
            assertThat(new RealmAdministration(otherPorts.keycloak(), "strand-loader")
                            .accepts(data.secret(ClientLogin.LOADER_SECRET)))
                    .isFalse();
            other.close();
            assertThat(keycloak.isAlive()).isTrue();
        }
    }

    @Test
    void stopsAServerThatAKilledRunLeftBehind() {
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"));
                KeycloakProcess killedRun = process(data, PORTS);
                KeycloakProcess next = process(data, PORTS)) {
            killedRun.start();

            next.start();

            assertThat(killedRun.isAlive()).isFalse();
        }
    }

    @Test
    void saysWhichPortIsBusy() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"));
                ServerSocket taken = new ServerSocket(PORTS.keycloak(), 1, InetAddress.getLoopbackAddress());
                KeycloakProcess keycloak = process(data, PORTS)) {
            assertThatThrownBy(keycloak::start)
                    .isInstanceOf(EmbeddedFailure.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("Keycloak");
        }
    }

    @Test
    void showsTheLastLogLinesWhenItDies() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"));
                KeycloakProcess keycloak = process(data, PORTS)) {
            Path database =
                    data.folder("keycloak").resolve("data").resolve("h2").resolve("keycloakdb.mv.db");
            Files.createDirectories(database.getParent());
            Files.writeString(database, "no database");

            assertThatThrownBy(keycloak::start)
                    .hasMessageContaining("Keycloak ended while starting")
                    .hasMessageContaining("ERROR");
        }
    }

    @Test
    void saysWhatToDoWhenKeycloakIsNotUnpacked() {
        assertThatThrownBy(() -> new KeycloakBake(folder, Progress.silent()).ensure())
                .hasMessageContaining("mvn process-resources");
    }

    private static KeycloakProcess process(DataDirectory data, Ports ports) {
        return new KeycloakProcess(data, PROGRAMS, ports, Progress.silent());
    }

    private static RealmAdministration administration(KeycloakProcess keycloak, DataDirectory data) {
        assertThat(keycloak.isAlive()).isTrue();
        RealmAdministration realm = new RealmAdministration(PORTS.keycloak(), "strand-setup");
        realm.logIn(data.secret(ClientLogin.SETUP_SECRET));
        return realm;
    }

    private static Path newestOfDistribution() throws IOException {
        try (Stream<Path> files =
                Files.walk(KeycloakDistribution.under(PROGRAMS).files())) {
            return files.max((a, b) ->
                            Long.compare(a.toFile().lastModified(), b.toFile().lastModified()))
                    .orElseThrow();
        }
    }
}
