package health.strand.visibility;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.access.DataClass;
import health.strand.vault.Bodies;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.DateTimeType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The Tasks about privacy that are not done, as the database shows them to whoever asks. */
public final class OpenTasks {

    private static final String STORED = """
            select r.fhir_id as id, strand.named_body(v) as body from hfj_resource r
            join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
            where r.res_type = 'Task' and r.res_deleted_at is null and r.partition_id & 31 = ?
            """;
    private static final Set<String> DONE = Set.of("completed", "cancelled", "rejected", "failed", "entered-in-error");
    private static final int DAY = "2026-01-01".length();
    private static final Comparator<@Nullable Instant> EARLY = Comparator.nullsLast(Comparator.naturalOrder());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcTemplate database;
    private final Bodies bodies;
    private final ZoneId zone;

    /**
     * Asked within the transaction of whoever asks.
     *
     * @param zone the clinic's, in which days begin and end
     */
    public OpenTasks(DataSource requests, Bodies bodies, ZoneId zone) {
        this.database = new JdbcTemplate(requests);
        this.bodies = bodies;
        this.zone = zone;
    }

    /**
     * Those of one kind.
     *
     * @param kind their code
     * @param open how many are not done
     * @param overdue how many of those should be
     * @param oldest when the first of them was written; null when none says it
     * @param due when the first of them must be done; null when none says it
     */
    public record Kind(
            String kind,
            int open,
            int overdue,
            @Nullable Instant oldest,
            @Nullable Instant due) {}

    /**
     * One that must be done in time.
     *
     * @param kind its code
     * @param due when its time is over
     */
    public record Dated(String id, String kind, Instant due) {}

    /** One that is not done. */
    public record Open(
            String id,
            String kind,
            @Nullable Instant authored,
            @Nullable Instant due) {}

    /** Kind by kind, first the one whose time is over first, at last those without a time. */
    public static List<Kind> byKind(List<Open> tasks, Instant now) {
        Map<String, List<Open>> byKind = new TreeMap<>();
        tasks.forEach(each ->
                byKind.computeIfAbsent(each.kind(), any -> new ArrayList<>()).add(each));
        return byKind.entrySet().stream()
                .map(each -> kind(each.getKey(), each.getValue(), now))
                .sorted(Comparator.comparing(Kind::due, EARLY).thenComparing(Kind::kind))
                .toList();
    }

    /**
     * Those that say by when they must be done, the most urgent first: those that are overdue.
     *
     * @param most how many at most
     */
    public static List<Dated> dated(List<Open> tasks, int most) {
        return tasks.stream()
                .filter(each -> each.due() != null)
                .map(each -> new Dated(each.id(), each.kind(), Objects.requireNonNull(each.due())))
                .sorted(Comparator.comparing(Dated::due)
                        .thenComparing(Dated::kind)
                        .thenComparing(Dated::id))
                .limit(most)
                .toList();
    }

    private static Kind kind(String kind, List<Open> tasks, Instant now) {
        return new Kind(
                kind,
                tasks.size(),
                (int) dues(tasks).filter(each -> !each.isAfter(now)).count(),
                tasks.stream()
                        .map(Open::authored)
                        .filter(Objects::nonNull)
                        .min(EARLY)
                        .orElse(null),
                dues(tasks).min(EARLY).orElse(null));
    }

    private static Stream<Instant> dues(List<Open> tasks) {
        return tasks.stream().flatMap(each -> Stream.ofNullable(each.due()));
    }

    /** All of them, in no order. */
    public List<Open> open() {
        List<Open> found = new ArrayList<>();
        database.query(
                STORED,
                row -> {
                    JsonNode task = parse(bodies.read(row.getString("body")));
                    String kind = task.at("/code/coding/0/code").asText();
                    if (!kind.isEmpty() && !DONE.contains(task.path("status").asText())) {
                        found.add(new Open(
                                row.getString("id"),
                                kind,
                                time(task.path("authoredOn").asText(), 0),
                                // there is time until the day is over
                                time(task.at("/restriction/period/end").asText(), 1)));
                    }
                },
                DataClass.PRIVACY.number());
        return found;
    }

    /** Of a year or a month alone it is not known which day is meant. */
    private @Nullable Instant time(String text, int daysOn) {
        if (text.length() < DAY) {
            return null;
        }
        return text.length() == DAY
                ? LocalDate.parse(text).plusDays(daysOn).atStartOfDay(zone).toInstant()
                : new DateTimeType(text).getValue().toInstant();
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored resource is no JSON", e);
        }
    }
}
