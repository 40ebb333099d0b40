package health.strand.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.test.util.ReflectionTestUtils;

/** Registers clients at a running realm, made from one of the realm's own. */
public final class RealmClients {

    private static final int CONFLICT = 409;

    private final RealmAdministration realm;
    private final String secret;

    public RealmClients(KeycloakSetup setup) {
        this.realm = (RealmAdministration) Objects.requireNonNull(ReflectionTestUtils.getField(setup, "realm"));
        this.secret = (String) Objects.requireNonNull(ReflectionTestUtils.getField(setup, "ownSecret"));
    }

    /** A client made like another but for what is changed, unless it is there. */
    public synchronized void add(String name, String like, Consumer<ObjectNode> change) {
        realm.logIn(secret);
        ObjectNode client = read("/clients/" + like);
        client.put("id", name).put("clientId", name).put("name", name);
        client.remove("secret");
        change.accept(client);
        HttpResponse<String> answer = send("POST", "/clients", client.toString());
        if (answer.statusCode() / 100 != 2 && answer.statusCode() != CONFLICT) {
            throw new EmbeddedFailure("Keycloak did not add " + name + ": " + answer.body());
        }
    }

    /** A request to the realm's administration. */
    public HttpResponse<String> send(String method, String path, String body) {
        realm.logIn(secret);
        HttpRequest.Builder request =
                Objects.requireNonNull(ReflectionTestUtils.invokeMethod(realm, "administration", path));
        try {
            return HttpClient.newHttpClient()
                    .send(
                            request.header("Content-Type", "application/json")
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException e) {
            throw new EmbeddedFailure("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedFailure("interrupted", e);
        }
    }

    private ObjectNode read(String path) {
        try {
            return (ObjectNode) JsonMapper.builder().build().readTree(realm.get(path));
        } catch (JsonProcessingException e) {
            throw new EmbeddedFailure("what Keycloak says is not JSON", e);
        }
    }
}
