package health.strand.visibility;

import health.strand.access.DataClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The Tasks about privacy that are not done, as the database shows them to whoever asks. */
public final class OpenTasks {

    private static final String OPEN = """
            with stored as (
                select r.fhir_id as id,
                    v.res_text_vc::jsonb #>> '{code,coding,0,code}' as kind,
                    v.res_text_vc::jsonb ->> 'status' as status,
                    v.res_text_vc::jsonb ->> 'authoredOn' as authored,
                    v.res_text_vc::jsonb #>> '{restriction,period,end}' as due
                from hfj_resource r
                join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
                where r.res_type = 'Task' and r.res_deleted_at is null and r.partition_id & 31 = ?
            ), tasks as (
                -- of a year or a month alone it is not known which day is meant
                select id, kind,
                    case when authored ~ '^\\d{4}-\\d\\d-\\d\\d$' then authored::timestamp at time zone ?
                        when authored ~ '^\\d{4}-\\d\\d-\\d\\dT' then authored::timestamptz end as authored,
                    -- there is time until the day is over
                    case when due ~ '^\\d{4}-\\d\\d-\\d\\d$' then (due::date + 1)::timestamp at time zone ?
                        when due ~ '^\\d{4}-\\d\\d-\\d\\dT' then due::timestamptz end as due
                from stored
                where kind is not null
                    and status not in ('completed', 'cancelled', 'rejected', 'failed', 'entered-in-error')
            )
            """;
    private static final String BY_KIND = OPEN + """
            select kind, count(*)::int as open, (count(*) filter (where due <= ?))::int as overdue,
                min(authored) as oldest, min(due) as due
            from tasks group by kind order by min(due) nulls last, kind
            """;
    private static final String BY_DAY = OPEN + """
            select id, kind, due from tasks where due is not null order by due, kind, id limit ?
            """;

    private final JdbcTemplate database;
    private final String zone;

    /**
     * Asked within the transaction of whoever asks.
     *
     * @param zone the clinic's, in which days begin and end
     */
    public OpenTasks(DataSource requests, ZoneId zone) {
        this.database = new JdbcTemplate(requests);
        this.zone = inDatabase(zone);
    }

    /** PostgreSQL reads the sign of an offset the other way round (POSIX). */
    static String inDatabase(ZoneId zone) {
        return zone.normalized() instanceof ZoneOffset offset
                ? "UTC" + (offset.getTotalSeconds() == 0 ? "" : ZoneOffset.ofTotalSeconds(-offset.getTotalSeconds()))
                : zone.getId();
    }

    /**
     * The open Tasks of one kind.
     *
     * @param kind their code
     * @param overdue how many of them should have been done by now
     * @param oldest when the first of them was written; null where none says so
     * @param due when the time for the first of them is over; null where none says so
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

    /** Kind by kind, first the one whose time is over first, at last those without a time. */
    public List<Kind> about(Instant now) {
        return database.query(
                BY_KIND, (row, index) -> kind(row), DataClass.PRIVACY.number(), zone, zone, Timestamp.from(now));
    }

    /**
     * Those that say by when they must be done, the most urgent first: those that are overdue.
     *
     * @param most how many at most
     */
    public List<Dated> dated(int most) {
        return database.query(
                BY_DAY,
                (row, index) -> new Dated(
                        row.getString("id"),
                        row.getString("kind"),
                        row.getTimestamp("due").toInstant()),
                DataClass.PRIVACY.number(),
                zone,
                zone,
                most);
    }

    private static Kind kind(ResultSet row) throws SQLException {
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
