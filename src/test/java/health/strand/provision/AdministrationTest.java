package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.slf4j.LoggerFactory;

class AdministrationTest {

    @Test
    void saysWhatTheClientMayNotDo() {
        try (ToldKeycloak keycloak = new ToldKeycloak(403, "{\"error\":\"HTTP 403 Forbidden\"}")) {
            assertThatThrownBy(() -> ask(keycloak))
                    .isInstanceOf(ProvisionFailed.class)
                    .hasMessageContaining("the client admin may not read the realm")
                    .hasMessageContaining("role admin of the master realm");
        }
    }

    @Test
    void saysWhyKeycloakRefuses() {
        try (ToldKeycloak keycloak = new ToldKeycloak(409, "{\"errorMessage\":\"Client Scope x already exists\"}")) {
            Change change = new ClientScopes(new ProvisionedRealm().wanted)
                    .differences(RealmState.none())
                    .get(0)
                    .mending()
                    .get(0);

            assertThatThrownBy(() -> keycloak.administration().send("create scope x", change))
                    .isInstanceOf(ProvisionFailed.class)
                    .hasMessage("Keycloak refused to create scope x: HTTP 409, Client Scope x already exists");
        }
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        try (ToldKeycloak keycloak = new ToldKeycloak(404, "{\"error\":\"Realm not found.\"}")) {
            assertThat(keycloak.administration()
                            .find(
                                    "read the realm",
                                    there -> there.realm("clinic").toRepresentation()))
                    .isEmpty();
        }
    }

    @Test
    void givesItsSecretToNothingThatIsNoKeycloak() {
        try (ToldKeycloak keycloak = new ToldKeycloak(200, "{}")) {
            URI elsewhere = keycloak.address().resolve("/elsewhere");

            assertThatThrownBy(() -> logIn(elsewhere))
                    .isInstanceOf(ProvisionFailed.class)
                    .hasMessageContaining("/elsewhere is no Keycloak");
            keycloak.administration().logIn();
        }
    }

    @Test
    void saysThatNothingAnswers() {
        assertThatThrownBy(() -> logIn(URI.create("http://127.0.0.1:1")))
                .isInstanceOf(ProvisionFailed.class)
                .hasMessageContaining("nothing answers at http://127.0.0.1:1: ");
    }

    @Test
    void saysThatTlsFails() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answerWithoutTls(plain));
            answering.start();
            URI safe = URI.create("https://127.0.0.1:" + plain.getLocalPort());

            assertThatThrownBy(() -> logIn(safe))
                    .isInstanceOf(ProvisionFailed.class)
                    .hasMessageStartingWith("no TLS that can be trusted at " + safe + ": ");
        }
    }

    private static void answerWithoutTls(ServerSocket plain) {
        try (Socket socket = plain.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().read(new byte[1000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Their libraries write requests down at the finest level, which is the one logs have where nothing sets them. */
    @Test
    void writesNothingOfWhatItSendsIntoLogs() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        written.start();
        root.addAppender(written);
        root.setLevel(Level.TRACE);
        try (ToldKeycloak keycloak = new ToldKeycloak(200, "{}")) {
            keycloak.administration().logIn();
            ask(keycloak);
        } finally {
            root.setLevel(before);
            root.detachAppender(written);
        }
        assertThat(written.list)
                .extracting(each -> each.getLoggerName() + " " + each.getFormattedMessage())
                .noneMatch(line -> line.contains("Bearer") || line.contains("Basic") || line.contains("a.b.c"));
    }

    @Test
    void losesNothingOfWhatAnAccountConsistsOf() {
        String profile = "{\"attributes\":[{\"name\":\"x\",\"newInSomeYears\":true}]}";
        try (ToldKeycloak keycloak = new ToldKeycloak(200, profile)) {
            assertThat(keycloak.administration()
                            .ask(
                                    "read",
                                    there -> there.proxy(AccountProfile.class).get("clinic"))
                            .toString())
                    .isEqualTo(profile);
        }
    }

    @Test
    void refusesToSayLessThanTheRealmSays() {
        assertThatThrownBy(() -> Change.of(
                        "clinic",
                        BareClinic.object().put("name", "x").put("newInSomeYears", true),
                        ClientScopeRepresentation.class,
                        (there, scope) -> there.clientScopes().create(scope)))
                .hasMessageContaining("newInSomeYears");
    }

    private static void logIn(URI server) {
        try (Administration administration = new Administration(server, "admin", "a-secret")) {
            administration.logIn();
        }
    }

    private static void ask(ToldKeycloak keycloak) {
        keycloak.administration()
                .ask("read the realm", there -> there.realm("clinic").toRepresentation());
    }
}
