package health.strand.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.vault.Bodies;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks up how people and organizations are called, as far as they are there for whoever asks. */
final class Names {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXTS = """
            select r.res_type || '/' || r.fhir_id as reference, strand.named_body(v) as body
            from unnest(?::text[], ?::text[]) wanted(type, id)
            join hfj_resource r on r.res_type = wanted.type and r.fhir_id = wanted.id and r.res_deleted_at is null
            join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
            """;
    private static final String ORGANIZATIONS = """
            select member, min(body) as body from strand.affiliation
            where member = any (?::text[]) and body like 'Organization/%' and starts <= ? and until > ?
            group by member
            """;

    private final JdbcTemplate database;
    private final Bodies bodies;

    Names(DataSource requests, Bodies bodies) {
        this.database = new JdbcTemplate(requests);
        this.bodies = bodies;
    }

    /** By reference, like {@code Practitioner/x}. */
    Map<String, Named> of(Collection<String> references) {
        List<String[]> parts = references.stream()
                .map(each -> each.split("/", 2))
                .filter(each -> each.length == 2)
                .toList();
        Map<String, Named> found = new HashMap<>();
        database.query(
                TEXTS,
                row -> {
                    found.put(row.getString("reference"), name(bodies.read(String.valueOf(row.getString("body")))));
                },
                parts.stream().map(each -> each[0]).toArray(String[]::new),
                parts.stream().map(each -> each[1]).toArray(String[]::new));
        return found;
    }

    /** The organization each of these people works for now; without those who work for none. */
    Map<String, String> organizations(Collection<String> people, Instant now) {
        Map<String, String> found = new HashMap<>();
        Timestamp at = Timestamp.from(now);
        database.query(
                ORGANIZATIONS,
                row -> {
                    found.put(row.getString("member"), row.getString("body"));
                },
                people.toArray(String[]::new),
                at,
                at);
        return found;
    }

    static Named name(String body) {
        JsonNode resource = read(body);
        JsonNode name = resource.path("name");
        String country = resource.at("/address/0/country").asText();
        return new Named(name.isTextual() ? name.asText() : person(name.path(0)), country.isEmpty() ? null : country);
    }

    private static String person(JsonNode name) {
        if (name.hasNonNull("text")) {
            return name.get("text").asText();
        }
        String given = StreamSupport.stream(name.path("given").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "));
        return (given + " " + name.path("family").asText()).strip();
    }

    static JsonNode read(@Nullable String body) {
        try {
            return Objects.requireNonNullElse(JSON.readTree(body == null ? "{}" : body), JSON.missingNode());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored resource is no JSON", e);
        }
    }
}
