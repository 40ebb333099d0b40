package health.strand.twin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.TreeMap;

/** Asks a server in somebody's name. */
final class FhirClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    private final String base;
    private final String token;

    FhirClient(String base, String token) {
        this.base = base;
        this.token = token;
    }

    Answer ask(Ask ask) {
        BodyPublisher body = ask.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(ask.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address(ask.path())))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/fhir+json")
                .method(ask.method(), body);
        ask.headers().forEach(request::setHeader);
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), new TreeMap<>(answer.headers().map()), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(ask.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String address(String path) {
        if (path.startsWith("/")) {
            return base.replaceFirst("/fhir$", "") + path;
        }
        return path.startsWith("http") ? path : path.isEmpty() ? base : base + "/" + path;
    }
}
