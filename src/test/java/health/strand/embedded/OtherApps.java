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
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.test.util.ReflectionTestUtils;

/** Registers apps of others at a running realm, made like the clinic's own but for their names. */
public final class OtherApps {

    private static final int CONFLICT = 409;

    private final RealmAdministration realm;
    private final String secret;
    private final Set<String> added = new HashSet<>();

    public OtherApps(KeycloakSetup setup) {
        this.realm = (RealmAdministration) Objects.requireNonNull(ReflectionTestUtils.getField(setup, "realm"));
        this.secret = (String) Objects.requireNonNull(ReflectionTestUtils.getField(setup, "ownSecret"));
    }

    /** Unless it is there. */
    public synchronized void add(String app) {
        if (added.add(app)) {
            realm.logIn(secret);
            HttpRequest.Builder request =
                    Objects.requireNonNull(ReflectionTestUtils.invokeMethod(realm, "administration", "/clients"));
            HttpResponse<String> answer = send(request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(named(app)))
                    .build());
            if (answer.statusCode() / 100 != 2 && answer.statusCode() != CONFLICT) {
                throw new EmbeddedFailure("Keycloak did not add " + app + ": " + answer.body());
            }
        }
    }

    private String named(String app) {
        try {
            ObjectNode client = (ObjectNode) JsonMapper.builder().build().readTree(realm.get("/clients/strand-app"));
            return client.put("id", app).put("clientId", app).put("name", app).toString();
        } catch (JsonProcessingException e) {
            throw new EmbeddedFailure("what Keycloak says of the clinic's app is not JSON", e);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new EmbeddedFailure("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedFailure("interrupted", e);
        }
    }
}
