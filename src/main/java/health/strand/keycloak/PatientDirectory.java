package health.strand.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import health.strand.keycloak.RecordServer.RecordUnreachable;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.keycloak.util.JsonSerialization;

/**
 * The patients somebody may open, asked of the record server in their own name and in the app's: what it would not show
 * them there is not offered here.
 */
final class PatientDirectory {

    static final int MOST = 20;

    private static final int FOUND = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final RecordServer record;
    private final String token;

    /** @param token with which the record server answers as it would answer the person in the app */
    PatientDirectory(String base, String token) {
        this.record = new RecordServer(base);
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
        HttpResponse<String> answer = record.read(path, token);
        try {
            return switch (answer.statusCode()) {
                case FOUND -> Optional.of(JsonSerialization.mapper.readTree(answer.body()));
                case FORBIDDEN, NOT_FOUND, GONE -> Optional.empty();
                default -> throw RecordServer.unreachable("HTTP " + answer.statusCode());
            };
        } catch (JsonProcessingException e) {
            throw RecordServer.unreachable("no JSON");
        }
    }
}
