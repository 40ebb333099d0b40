package health.strand.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes the indexes off HAPI's tables while many rows are written, and makes them again, also after an interruption. */
final class BulkIndexes {

    private final Supplier<JdbcTemplate> superuser;
    private final Workers workers;
    private final JdbcTemplate database;

    BulkIndexes(Supplier<JdbcTemplate> superuser, Workers workers) {
        this.superuser = superuser;
        this.workers = workers;
        this.database = superuser.get();
    }

    void drop() {
        List<Map<String, Object>> indexes = database.queryForList(
                "select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition"
                        + " from pg_index i join pg_policy p on p.polrelid = i.indrelid"
                        + " join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace"
                        + " where not exists (select from pg_constraint where conindid = i.indexrelid)");
        for (Map<String, Object> each : indexes) {
            database.update("insert into bench.dropped values (?) on conflict do nothing", each.get("definition"));
            database.execute("drop index " + each.get("name"));
        }
    }

    void make(Consumer<String> progress) {
        List<String> definitions = database.queryForList("select definition from bench.dropped", String.class);
        progress.accept(definitions.size() + " indexes to make");
        workers.each(0, definitions.size() - 1, number -> {
            String definition = definitions.get(number);
            JdbcTemplate connection = superuser.get();
            connection.execute("set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 0; "
                    + definition + "; delete from bench.dropped where definition = '" + definition.replace("'", "''")
                    + "'");
        });
    }
}
