package health.strand.visibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks the database how it keeps what it is given. */
public final class StorageMeasure {

    /** Beside HAPI's tables, ours with patients' data. */
    private static final List<String> OURS =
            List.of("directive", "app_state", "audit_event", "audit_chain", "audit_horizon", "audit_head");

    private static final String FACTS = """
            select current_setting('server_version') as version, current_setting('data_checksums') = 'on' as checksums,
                coalesce(s.ssl, false) as encrypted, s.version || ', ' || s.cipher as protocol,
                (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname || '.' || c.relname = any (?::text[])
                        and c.relrowsecurity and row_security_active(c.oid)) as guarded,
                strand.plain_count() as plain,
                (select a.last_archived_time from pg_stat_archiver a) as archived
            from (select pg_backend_pid() as pid) mine left join pg_stat_ssl s on s.pid = mine.pid
            """;

    private final JdbcTemplate database;
    private final String[] tables;

    public StorageMeasure(DataSource requests) {
        this.database = new JdbcTemplate(requests);
        List<String> names = new ArrayList<>();
        GuardedTables.guarded().forEach(each -> names.add("public." + each));
        OURS.forEach(each -> names.add("strand." + each));
        this.tables = names.toArray(String[]::new);
    }

    /** As it is now. */
    public StorageFacts now() {
        return Objects.requireNonNull(database.queryForObject(FACTS, (row, index) -> read(row), (Object) tables));
    }

    private StorageFacts read(ResultSet row) throws SQLException {
        Timestamp archived = row.getTimestamp("archived");
        return new StorageFacts(
                row.getString("version"),
                row.getBoolean("checksums"),
                row.getBoolean("encrypted"),
                row.getString("protocol"),
                row.getInt("guarded"),
                tables.length,
                row.getInt("plain"),
                archived == null ? null : archived.toInstant());
    }
}
