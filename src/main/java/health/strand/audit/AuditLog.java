package health.strand.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the trail, within the transaction of whoever asks: the database shows them theirs. */
public final class AuditLog {

    /** What a patient may not see yet is for them as if it were not there, and so is who saw it. */
    static final String TRACELESS = """
            (data is null or not strand.is_kept(split_part(data, '/', 1), split_part(data, '/', 2))
                or exists (select from hfj_resource r
                    where r.res_type = split_part(data, '/', 1) and r.fhir_id = split_part(data, '/', 2)))
            """;

    private static final String TYPE = "case when outcome = '" + Outcome.REFUSED.code() + "' then '" + BalpEvent.ALERT
            + "' when interaction in ('110122', '110123', 'ITI-71') then '" + BalpEvent.AUTHENTICATION
            + "' when interaction = '" + Interaction.DISCLOSE.code() + "' then '" + BalpEvent.EXPORT
            + "' when interaction = '" + Interaction.FORGET.code() + "' then '" + BalpEvent.LOG_USED + "' else '"
            + BalpEvent.REST + "' end";

    private final JdbcTemplate database;

    /** @param requests connections of the request role */
    public AuditLog(DataSource requests) {
        this.database = new JdbcTemplate(requests);
    }

    /** The newest entries first. */
    public List<TrailEntry> search(LogQuery query) {
        List<Object> values = new ArrayList<>();
        String where = where(query, values);
        values.add(query.most());
        return database.query(
                "select event from strand.audit_event" + where + " order by recorded desc, id desc limit ?",
                (row, index) -> EntryText.read(row.getString("event")),
                values.toArray());
    }

    /** What went to somebody beside the clinic, the newest first. */
    public List<TrailEntry> disclosures(DisclosureQuery query) {
        List<Object> values = new ArrayList<>(List.of(query.patient().value()));
        List<String> conditions =
                new ArrayList<>(List.of("patient = ?", "interaction = '" + Interaction.DISCLOSE.code() + "'"));
        time(conditions, values, "recorded >= ?", query.from());
        time(conditions, values, "recorded < ?", query.until());
        if (query.purpose() != null) {
            conditions.add("jsonb_exists(event::jsonb -> 'purposes', ?)");
            values.add(query.purpose());
        }
        if (query.recipient() != null) {
            conditions.add("client = ?");
            values.add(query.recipient());
        }
        if (!query.everybody()) {
            conditions.add(TRACELESS);
        }
        values.add(query.most());
        return database.query(
                "select event from strand.audit_event where " + String.join(" and ", conditions)
                        + " order by recorded desc, id desc limit ?",
                (row, index) -> EntryText.read(row.getString("event")),
                values.toArray());
    }

    /** How many there are, on all pages. */
    public int count(LogQuery query) {
        List<Object> values = new ArrayList<>();
        String where = where(query, values);
        return Objects.requireNonNull(database.queryForObject(
                "select count(*) from strand.audit_event" + where, Integer.class, values.toArray()));
    }

    private static String where(LogQuery query, List<Object> values) {
        List<String> conditions = new ArrayList<>();
        among(conditions, values, "id = any (?::uuid[])", query.ids());
        among(conditions, values, "patient = any (?::text[])", query.patients());
        among(conditions, values, "person = any (?::text[])", query.agents());
        among(conditions, values, "action = any (?::text[])", query.actions());
        among(conditions, values, "outcome = any (?::text[])", query.outcomes());
        among(conditions, values, TYPE + " = any (?::text[])", query.types());
        if (!query.subtypes().isEmpty()) {
            conditions.add("(interaction = any (?::text[]) or event::jsonb ->> 'operation' = any (?::text[])"
                    + " or outcome = '" + Outcome.REFUSED.code() + "' and case when consents is null"
                    + " then 'AuthZ-Role' else 'AuthZ-Consent' end = any (?::text[]))");
            values.add(array(query.subtypes()));
            values.add(array(query.subtypes().stream().map(Operations::name).toList()));
            values.add(array(query.subtypes()));
        }
        things(conditions, values, query);
        time(conditions, values, "recorded >= ?", query.from());
        time(conditions, values, "recorded < ?", query.until());
        LogQuery.Mark after = query.after();
        if (after != null) {
            conditions.add("(recorded, id) < (?, ?)");
            values.add(after.recorded().atOffset(ZoneOffset.UTC));
            values.add(after.id());
        }
        if (!query.everybody()) {
            conditions.add(TRACELESS);
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static void things(List<String> conditions, List<Object> values, LogQuery query) {
        boolean any = query.things().isEmpty();
        if (any && query.roles().size() == LogQuery.ThingRole.values().length) {
            return;
        }
        List<String> places = query.roles().stream()
                .map(any ? LogQuery.ThingRole::presence : LogQuery.ThingRole::condition)
                .toList();
        conditions.add(places.isEmpty() ? "false" : "(" + String.join(" or ", places) + ")");
        if (!any) {
            places.forEach(each -> values.add(array(query.things())));
        }
    }

    private static void among(List<String> conditions, List<Object> values, String condition, Collection<?> wanted) {
        if (!wanted.isEmpty()) {
            conditions.add(condition);
            values.add(array(wanted));
        }
    }

    private static void time(List<String> conditions, List<Object> values, String condition, @Nullable Instant time) {
        if (time != null) {
            conditions.add(condition);
            values.add(time.atOffset(ZoneOffset.UTC));
        }
    }

    private static Object array(Collection<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
