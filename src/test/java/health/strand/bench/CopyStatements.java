package health.strand.bench;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that copy every row of a table under other numbers; the script's placeholders are still in them. */
final class CopyStatements {

    private final JdbcTemplate database;

    CopyStatements(JdbcTemplate database) {
        this.database = database;
    }

    /** Those of HAPI's tables, and a script's for ours. */
    List<String> of(String kind, String script) {
        List<String> all = new ArrayList<>();
        for (String table : tables()) {
            all.add(insert(table, kind));
        }
        all.addAll(Scripts.statements(script));
        return all;
    }

    /** Every table that holds rows of resources. */
    List<String> tables() {
        return database.queryForList(
                "select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid"
                        + " where p.polname = 'strand_visible' and c.relnamespace = 'public'::regnamespace order by 1",
                String.class);
    }

    /** The column that says to which resource a row belongs. */
    static String key(String table) {
        return switch (table) {
            case "hfj_res_link" -> "src_resource_id";
            case "hfj_res_ver_prov" -> "res_pid";
            default -> "res_id";
        };
    }

    private String insert(String table, String kind) {
        List<String> columns = database.queryForList(
                "select column_name from information_schema.columns where table_schema = 'public' and table_name = ?"
                        + " order by ordinal_position",
                String.class,
                table);
        List<String> values =
                columns.stream().map(column -> value(table, column)).toList();
        boolean tokens = "hfj_spidx_token".equals(table);
        boolean links = "hfj_res_link".equals(table);
        return "insert into public." + table + " (" + String.join(", ", columns) + ") select "
                + String.join(", ", values) + " from bench." + table + " t"
                + (tokens ? " left join bench.identifier i on i.sp_id = t.sp_id and i.n = :n" : "")
                + (links ? " left join bench.template k on k.res_id = t.target_resource_id" : "")
                + " where t.kind = '" + kind + "'";
    }

    private static String value(String table, String column) {
        return switch (column) {
            case "pid", "sp_id", "res_id", "src_resource_id", "res_pid", "res_ver_pid" ->
                "t." + column + " + :n * :rows::bigint";
            case "target_resource_id" ->
                "t.target_resource_id + case k.kind when 'P' then :n when 'S' then :staff else 0 end * :rows::bigint";
            case "partition_id", "target_res_partition_id" ->
                "t." + column + " + case when t." + column + " >> 5 > 0 then :n * :groups * 32 else 0 end";
            case "fhir_id" -> "bench.suffixed(t.fhir_id, :n)";
            case "res_text_vc" ->
                "replace(replace(replace(case :staff when 0 then t.own_staff else t.other_staff end, '@n@',"
                        + " lpad(to_hex(:n), 4, '0')), '@s@', lpad(to_hex(:staff), 4, '0')), '@i@', '-' || :n)";
            case "sp_value", "hash_value", "hash_sys_and_value" ->
                "hfj_spidx_token".equals(table) ? "coalesce(i." + column + ", t." + column + ")" : "t." + column;
            default -> "t." + column;
        };
    }
}
