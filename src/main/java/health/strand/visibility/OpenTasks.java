package health.strand.visibility;

import health.strand.access.DataClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the Tasks about privacy that are not done, as the database shows them to whoever asks. */
public final class OpenTasks {

    private static final String COUNTED = """
            select kind, count(*)::int as open, (count(*) filter (where due < ?))::int as overdue,
                min(authored) as oldest, min(due) as due
            from (
                select kind, status,
                    -- of a year or a month alone it is not known which day is meant
                    case when authored ~ '^\\d{4}-\\d\\d-\\d\\d' then authored::timestamptz end as authored,
                    case when due ~ '^\\d{4}-\\d\\d-\\d\\d' then due::timestamptz end as due
                from (
                    select v.res_text_vc::jsonb #>> '{code,coding,0,code}' as kind,
                        v.res_text_vc::jsonb ->> 'status' as status,
                        v.res_text_vc::jsonb ->> 'authoredOn' as authored,
                        v.res_text_vc::jsonb #>> '{restriction,period,end}' as due
                    from hfj_resource r
                    join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
                    where r.res_type = 'Task' and r.res_deleted_at is null and r.partition_id & 31 = ?
                ) stored
            ) tasks
            where kind is not null
                and status not in ('completed', 'cancelled', 'rejected', 'failed', 'entered-in-error')
            group by kind order by kind
            """;

    private final JdbcTemplate database;

    /** Asked within the transaction of whoever asks. */
    public OpenTasks(DataSource requests) {
        this.database = new JdbcTemplate(requests);
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
        return database.query(COUNTED, (row, index) -> read(row), Timestamp.from(now), DataClass.PRIVACY.number());
    }

    private static Kind read(ResultSet row) throws SQLException {
        return new Kind(
                row.getString("kind"),
                row.getInt("open"),
                row.getInt("overdue"),
                instant(row.getTimestamp("oldest")),
                instant(row.getTimestamp("due")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
