package health.strand.provision;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ResponseProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.spi.ResteasyClientClassicProvider;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** A Keycloak's administration through Keycloak's own client, as one client of its master realm. Safe for several threads. */
final class Administration implements AutoCloseable {

    private static final int CONNECTING_SECONDS = 10;
    private static final int ANSWER_SECONDS = 120;
    private static final List<String> LIBRARIES = List.of("org.apache.http", "org.jboss", "org.keycloak");

    private final String server;
    private final Refusals refusals;
    private final Client http;
    private final Keycloak keycloak;

    Administration(URI server, String client, String secret) {
        String text = server.toString();
        this.server = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.refusals = new Refusals(this.server, client);
        keepSecretsOutOfLogs();
        this.http = ResteasyClientClassicProvider.createClientBuilder()
                .register(JacksonProvider.class, 100)
                .connectTimeout(CONNECTING_SECONDS, TimeUnit.SECONDS)
                .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .build();
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(this.server)
                .realm("master")
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(client)
                .clientSecret(secret)
                .resteasyClient(http)
                .build();
    }

    /** A command has no settings of logs, and by default libraries write what they send into them, whole. */
    private static void keepSecretsOutOfLogs() {
        LoggingSystem logs = LoggingSystem.get(Administration.class.getClassLoader());
        LIBRARIES.forEach(library -> logs.setLogLevel(library, LogLevel.WARN));
    }

    String server() {
        return server;
    }

    /** Says so if nothing answers, something else does, or the client is not let in. The secret is for a Keycloak only. */
    void logIn() {
        reached(() -> {
            try (Response master =
                    http.target(server).path("realms/master").request().get()) {
                if (!master.readEntity(String.class).contains("\"token-service\"")) {
                    throw refusals.noKeycloak("/realms/master answers HTTP " + master.getStatus());
                }
                return true;
            }
        });
        renewToken();
    }

    /** Rights that came since are in the next token only. */
    void renewToken() {
        try {
            reached(() -> keycloak.tokenManager().grantToken());
        } catch (WebApplicationException e) {
            throw refusals.notLetIn(e);
        }
    }

    /** @param purpose what it is asked for, as in "may not ..." */
    <T> T ask(String purpose, Function<Keycloak, T> question) {
        try {
            return reached(() -> question.apply(keycloak));
        } catch (WebApplicationException e) {
            throw refusals.refused(purpose, e);
        }
    }

    /** Empty for what is not there. */
    <T> Optional<T> find(String purpose, Function<Keycloak, T> question) {
        return ask(purpose, there -> {
            try {
                return Optional.of(question.apply(there));
            } catch (NotFoundException e) {
                return Optional.<T>empty();
            }
        });
    }

    @Override
    public void close() {
        keycloak.close();
    }

    /** What is asked, or why nothing came back that can be read. */
    private <T> T reached(Supplier<T> question) {
        try {
            return question.get();
        } catch (ResponseProcessingException e) {
            throw refusals.noKeycloak("it answers with something that cannot be read");
        } catch (ProcessingException e) {
            throw refusals.unreached(e);
        }
    }

    void send(String purpose, Change change) {
        ask(purpose, there -> {
            change.sending().accept(there);
            return true;
        });
    }
}
