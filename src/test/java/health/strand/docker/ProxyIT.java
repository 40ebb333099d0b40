package health.strand.docker;

import static org.assertj.core.api.Assertions.assertThat;

import health.strand.server.RunningStrand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real proxy with the configuration of the containers passes on, before the real record and the real Keycloak. */
class ProxyIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String RECORD = "record.clinic.example";
    private static final String IDENTITY = "id.clinic.example";

    @TempDir
    static Path folder;

    private static Proxy proxy;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        proxy = Proxy.start(folder, RECORD, authority(STRAND.base()), IDENTITY, authority(issuer()));
    }

    @AfterAll
    static void stop() {
        proxy.close();
    }

    private static String issuer() {
        return STRAND.parts().keycloakAccess().issuer();
    }

    private static String authority(String address) {
        return URI.create(address).getAuthority();
    }

    @Test
    void passesTheRecordAndTheRealmOn() throws IOException {
        assertThat(proxy.status(RECORD, "/fhir/metadata")).isEqualTo(200);
        assertThat(proxy.status(RECORD, "/fhir/Patient")).isEqualTo(401);
        assertThat(proxy.status(IDENTITY, "/realms/strand")).isEqualTo(200);
        assertThat(proxy.status(IDENTITY, "/realms/strand/.well-known/openid-configuration"))
                .isEqualTo(200);
        assertThat(proxy.status(IDENTITY, "/realms/strand/account")).isIn(200, 302, 303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/admin/",
                "/admin/realms/strand",
                "/admin/master/console/",
                "//admin/realms/strand",
                "/realms/master",
                "/realms/master/protocol/openid-connect/token",
                "/realms/strand/../master",
                "/realms/strand/%2e%2e/master",
                "/realms/strand/..%2fmaster",
                "/realms/strand/..;/master",
                "/realms/strand/..;/..;/admin/realms/strand",
                "/realms/strand%2f..%2fmaster",
                "/realms//master",
                "/resources/../admin/realms/strand",
                "/health",
                "/metrics"
            })
    void passesNothingOfTheAdministrationOn(String path) throws IOException {
        assertThat(proxy.status(IDENTITY, path)).as(path).isIn(400, 404);
    }

    @Test
    void answersToNoOtherName() throws IOException {
        assertThat(proxy.status("other.example", "/fhir/metadata")).isEqualTo(404);
        assertThat(proxy.status("127.0.0.1", "/realms/strand")).isEqualTo(404);
    }
}
