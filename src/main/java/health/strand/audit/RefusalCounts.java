package health.strand.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts what was refused, out of the trail as the database shows it to whoever asks. */
public final class RefusalCounts {

    private static final String COUNTED = """
            select person, client, coalesce(event::jsonb ->> 'reason', 'refused') as reason,
                count(*)::int as times, count(distinct patient)::int as patients, max(recorded) as last
            from strand.audit_event
            where outcome = ? and recorded >= ?
            group by 1, 2, 3 order by 4 desc, 1, 2, 3 limit ?
            """;

    private final JdbcTemplate database;

    /** @param requests connections of the request role */
    public RefusalCounts(DataSource requests) {
        this.database = new JdbcTemplate(requests);
    }

    /**
     * How often somebody was refused for one reason, the most often first.
     *
     * @param person such as {@code Practitioner/x}; null for a back end
     * @param client the app; null where it is not known
     * @param reason the word the trail has for it
     * @param patients how many patients it was about
     */
    public record RefusalCount(
            @Nullable String person, @Nullable String client, String reason, int times, int patients, Instant last) {}

    /** Since a moment, within the transaction of whoever asks. */
    public List<RefusalCount> since(Instant from, int most) {
        return database.query(
                COUNTED, (row, index) -> read(row), Outcome.REFUSED.code(), from.atOffset(ZoneOffset.UTC), most);
    }

    private static RefusalCount read(ResultSet row) throws SQLException {
        return new RefusalCount(
                row.getString("person"),
                row.getString("client"),
                row.getString("reason"),
                row.getInt("times"),
                row.getInt("patients"),
                row.getTimestamp("last").toInstant());
    }
}
