package health.strand.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/**
 * The patients somebody may open, asked of the record server in their own name and in the app's: what it would not show
 * them there is not offered here.
 */
final class PatientDirectory {

    static final int MOST = 20;

    private static final Logger LOG = Logger.getLogger(PatientDirectory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private static final int FOUND = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final String base;
    private final String token;

    /** @param token with which the record server answers as it would answer the person in the app */
    PatientDirectory(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** The first of them; all when there are not more than {@link #MOST}. */
    List<PatientChoice> first(@Nullable String name) throws RecordUnreachable {
        String named = name == null || name.isBlank()
                ? ""
                : "&name:contains=" + URLEncoder.encode(name.strip(), StandardCharsets.UTF_8);
        JsonNode bundle =
                get("/Patient?_sort=family,given&_count=" + (MOST + 1) + named).orElse(MissingNode.getInstance());
        return StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .map(entry -> PatientChoice.of(entry.path("resource")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether they may open this one. */
    Optional<PatientChoice> one(String id) throws RecordUnreachable {
        return id.matches("[A-Za-z0-9.-]{1,64}") ? get("/Patient/" + id).flatMap(PatientChoice::of) : Optional.empty();
    }

    /** Empty when the server lets them have nothing. */
    private Optional<JsonNode> get(String path) throws RecordUnreachable {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/fhir+json")
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            return switch (answer.statusCode()) {
                case FOUND -> Optional.of(JsonSerialization.mapper.readTree(answer.body()));
                case FORBIDDEN, NOT_FOUND, GONE -> Optional.empty();
                default -> throw unreachable("HTTP " + answer.statusCode());
            };
        } catch (IOException e) {
            throw unreachable(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecordUnreachable();
        }
    }

    private static RecordUnreachable unreachable(String why) {
        LOG.warnf("the record server could not be asked for patients: %s", why);
        return new RecordUnreachable();
    }

    /** The record server does not answer. */
    static final class RecordUnreachable extends Exception {

        private static final long serialVersionUID = 1L;
    }
}
