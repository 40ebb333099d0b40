package health.strand.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audit trail as it lies in the database, past every policy. */
final class Trail {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcTemplate owner;

    Trail(RunningStrand strand) {
        owner = new JdbcTemplate(strand.owner());
    }

    JdbcTemplate owner() {
        return owner;
    }

    /** What was recorded of the request that was answered so. */
    List<JsonNode> of(HttpResponse<String> answer) {
        return owner
                .queryForList(
                        "select event from strand.audit_event where event::jsonb ->> 'request' = ? order by recorded, id",
                        String.class,
                        answer.headers().firstValue("X-Request-ID").orElseThrow())
                .stream()
                .map(Trail::json)
                .toList();
    }

    /** The same in lines, of what is about this patient; quicker than looking for it in all of the trail. */
    List<String> lines(String patient, HttpResponse<String> answer) {
        return owner
                .queryForList(
                        "select event from strand.audit_event where patient = ? and event::jsonb ->> 'request' = ?"
                                + " order by recorded, id",
                        String.class,
                        patient,
                        answer.headers().firstValue("X-Request-ID").orElseThrow())
                .stream()
                .map(each -> line(json(each)))
                .toList();
    }

    /** Interaction, patient, outcome, reason and data of each, in a line; without those that are missing. */
    List<String> lines(HttpResponse<String> answer) {
        return of(answer).stream().map(Trail::line).toList();
    }

    private static String line(JsonNode entry) {
        StringBuilder line = new StringBuilder(entry.path("interaction").asText());
        for (String part : List.of("operation", "outcome", "reason", "patient", "data")) {
            if (entry.has(part)) {
                line.append(' ').append(entry.path(part).asText());
            }
        }
        return line.toString();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
