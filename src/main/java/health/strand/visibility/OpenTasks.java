package health.strand.visibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.access.DataClass;
import health.strand.vault.Bodies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.DateTimeType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the Tasks about privacy that are not done, as the database shows them to whoever asks. */
public final class OpenTasks {

    private static final String STORED = """
            select strand.named_body(v) as body from hfj_resource r
            join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
            where r.res_type = 'Task' and r.res_deleted_at is null and r.partition_id & 31 = ?
            """;
    private static final Set<String> DONE = Set.of("completed", "cancelled", "rejected", "failed", "entered-in-error");
    private static final int DAY = "2026-01-01".length();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcTemplate database;
    private final Bodies bodies;

    /** Asked within the transaction of whoever asks. */
    public OpenTasks(DataSource requests, Bodies bodies) {
        this.database = new JdbcTemplate(requests);
        this.bodies = bodies;
    }

    /**
     * The open Tasks of one kind.
     *
     * @param kind their code
     * @param overdue how many of them should have been done by now
     * @param oldest when the first of them was written; null where none says so
     * @param due when the first of them must be done; null where none says so
     */
    public record Kind(
            String kind,
            int open,
            int overdue,
            @Nullable Instant oldest,
            @Nullable Instant due) {}

    /** Kind by kind. */
    public List<Kind> about(Instant now) {
        Map<String, List<JsonNode>> byKind = new TreeMap<>();
        database.query(
                STORED,
                row -> {
                    JsonNode task = parse(bodies.read(row.getString("body")));
                    String kind = task.at("/code/coding/0/code").asText();
                    if (!kind.isEmpty() && !DONE.contains(task.path("status").asText())) {
                        byKind.computeIfAbsent(kind, any -> new ArrayList<>()).add(task);
                    }
                },
                DataClass.PRIVACY.number());
        return byKind.entrySet().stream()
                .map(each -> kind(each.getKey(), each.getValue(), now))
                .toList();
    }

    private static Kind kind(String kind, List<JsonNode> tasks, Instant now) {
        List<Instant> due = instants(tasks, "/restriction/period/end");
        return new Kind(
                kind,
                tasks.size(),
                (int) due.stream().filter(each -> each.isBefore(now)).count(),
                instants(tasks, "/authoredOn").stream().findFirst().orElse(null),
                due.stream().findFirst().orElse(null));
    }

    /** The first of them first. */
    private static List<Instant> instants(List<JsonNode> tasks, String place) {
        return tasks.stream()
                .map(task -> task.at(place).asText())
                // of a year or a month alone it is not known which day is meant
                .filter(text -> text.length() >= DAY)
                .map(text -> new DateTimeType(text).getValue().toInstant())
                .sorted()
                .toList();
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored resource is no JSON", e);
        }
    }
}
