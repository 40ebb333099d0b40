package health.strand.audit;

import health.strand.access.PatientId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Adds up who was shown or did something, out of the trail as the database shows it to whoever asks. */
public final class Visits {

    /** By what it was done to first: whether that has left a trace for them is asked once for each. */
    private static final String ADDED_UP = """
            select person, client, roles, purposes, sum(times)::int as times, min(first) as first, max(last) as last
            from (
                select person, coalesce(client, '') as client, data,
                    array(select jsonb_array_elements_text(event::jsonb -> 'roles')) as roles,
                    array(select jsonb_array_elements_text(event::jsonb -> 'purposes')) as purposes,
                    count(*) as times, min(recorded) as first, max(recorded) as last
                from strand.audit_event
                where patient = ? and recorded >= ? and outcome = ?
                    and coalesce(event::jsonb ->> 'reason', '') <> all (?::text[])
                    and (person is not null or client is not null)
                group by 1, 2, 3, 4, 5) entries
            """;

    private static final String IN_ORDER = " group by 1, 2, 3, 4 order by 7 desc, 1, 2";
    /** Whoever was named and not shown, was not seen. */
    private static final String[] NOTHING_SEEN = {"not-shown", "unchanged"};

    private final JdbcTemplate database;

    /** @param requests connections of the request role */
    public Visits(DataSource requests) {
        this.database = new JdbcTemplate(requests);
    }

    /**
     * The latest first, within the transaction of whoever asks.
     *
     * @param everybody whether they read the trail of everybody; for others what they may not see of it has left no trace
     */
    public List<Visit> since(Instant from, PatientId patient, boolean everybody) {
        return database.query(
                ADDED_UP + (everybody ? "" : " where " + AuditLog.TRACELESS) + IN_ORDER,
                (row, index) -> read(row),
                patient.value(),
                from.atOffset(ZoneOffset.UTC),
                Outcome.DONE.code(),
                NOTHING_SEEN);
    }

    private static Visit read(ResultSet row) throws SQLException {
        return new Visit(
                row.getString("person"),
                row.getString("client"),
                texts(row.getArray("roles")),
                texts(row.getArray("purposes")),
                row.getInt("times"),
                row.getTimestamp("first").toInstant(),
                row.getTimestamp("last").toInstant());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
