package health.strand.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keycloak's administration over HTTP, as one client of the realm with the little it may do. */
final class RealmAdministration {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String client;
    private String token = "";

    RealmAdministration(int port, String client) {
        this.port = port;
        this.client = client;
    }

    boolean accepts(String secret) {
        return requestToken(secret).statusCode() == 200;
    }

    void logIn(String secret) {
        HttpResponse<String> answer = requestToken(secret);
        Matcher found = TOKEN.matcher(answer.body());
        if (answer.statusCode() != 200 || !found.find()) {
            throw new EmbeddedFailure(
                    "Keycloak did not let " + client + " in: HTTP " + answer.statusCode() + " " + answer.body());
        }
        token = found.group(1);
    }

    String get(String path) {
        return requireSuccess(path, send(administration(path).GET())).body();
    }

    void put(String path, String json) {
        requireSuccess(
                path,
                send(administration(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json))));
    }

    private HttpResponse<String> requestToken(String secret) {
        return send(
                HttpRequest.newBuilder(URI.create(KeycloakAccess.realmAddress(port) + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret)));
    }

    private HttpRequest.Builder administration(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/admin/realms/strand" + path))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new EmbeddedFailure("Keycloak on port " + port + " does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedFailure("interrupted while talking to Keycloak", e);
        }
    }

    private static HttpResponse<String> requireSuccess(String path, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new EmbeddedFailure(
                    "Keycloak refused " + path + ": HTTP " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }
}
