package health.strand.provision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A Keycloak's administration over HTTP, as one client of its master realm. Safe for several threads. */
final class Administration {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int NOT_FOUND = 404;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String server;
    private final String client;
    private final String secret;
    private String token = "";
    private long renewal;

    Administration(URI server, String client, String secret) {
        String text = server.toString();
        this.server = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.client = client;
        this.secret = secret;
    }

    String server() {
        return server;
    }

    /** Says so if nothing answers, something else does, or the client is not let in. */
    void logIn() {
        HttpResponse<String> realm = exchange(HttpRequest.newBuilder(at("/realms/master")));
        if (realm.statusCode() != 200 || json(realm).path("token-service").isMissingNode()) {
            throw new ProvisionFailed(server + " is no Keycloak: /realms/master answers HTTP " + realm.statusCode());
        }
        forgetToken();
        token();
    }

    /** Rights that came since are in the next token only. */
    synchronized void forgetToken() {
        token = "";
    }

    JsonNode get(String path) {
        return send(AdminRequest.get(path));
    }

    /** Empty for what is not there. */
    Optional<JsonNode> find(String path) {
        HttpResponse<String> answer = ask(AdminRequest.get(path));
        return answer.statusCode() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(accepted(AdminRequest.get(path), answer));
    }

    JsonNode send(AdminRequest request) {
        return accepted(request, ask(request));
    }

    private HttpResponse<String> ask(AdminRequest request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(at("/admin" + request.path()))
                .header("Authorization", "Bearer " + token())
                .header("Accept", "application/json");
        if (request.body().isMissingNode()) {
            builder.method(request.method(), BodyPublishers.noBody());
        } else {
            builder.header("Content-Type", "application/json")
                    .method(
                            request.method(),
                            BodyPublishers.ofString(request.body().toString()));
        }
        return exchange(builder);
    }

    /** Tokens of the master realm last a minute as a rule, which is less than four hundred scopes take. */
    private synchronized String token() {
        if (token.isEmpty() || System.nanoTime() - renewal >= 0) {
            HttpResponse<String> answer =
                    exchange(HttpRequest.newBuilder(at("/realms/master/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + encoded(client)
                                    + "&client_secret=" + encoded(secret))));
            JsonNode said = json(answer);
            if (answer.statusCode() != 200 || !said.path("access_token").isTextual()) {
                throw new ProvisionFailed("Keycloak does not let the client " + client
                        + " of its master realm in with this secret: HTTP " + answer.statusCode() + reason(said));
            }
            token = said.path("access_token").asText();
            renewal = System.nanoTime()
                    + Duration.ofSeconds(said.path("expires_in").asLong()).toNanos() / 2;
        }
        return token;
    }

    private JsonNode accepted(AdminRequest request, HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == 403) {
            throw new ProvisionFailed("the client " + client + " may not " + request.method() + " " + request.path()
                    + "; its service account needs the role admin of the master realm");
        }
        if (status / 100 != 2) {
            throw new ProvisionFailed("Keycloak refused " + request.method() + " " + request.path() + ": HTTP " + status
                    + reason(json(answer)));
        }
        return json(answer);
    }

    private static String reason(JsonNode said) {
        for (String name : new String[] {"errorMessage", "error_description", "error"}) {
            if (said.path(name).isTextual()) {
                return ", " + said.path(name).asText();
            }
        }
        return "";
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            String why = e.getMessage() == null ? "" : ": " + e.getMessage();
            throw new ProvisionFailed("nothing answers at " + server + why, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisionFailed("interrupted", e);
        }
    }

    private URI at(String path) {
        return URI.create(server + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
