package health.strand.twin;

import health.strand.vault.Bodies;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads every resource of a patient or the registry out of the tables, past the server and past all policies. */
final class RecordReader {

    private static final String LABELS = "select h.res_ver_pid, d.tag_system, d.tag_code from hfj_history_tag h"
            + " join hfj_tag_def d on d.tag_id = h.tag_id where d.tag_type = 2";
    private static final String VERSIONS = "select r.res_id, r.res_type, r.fhir_id, r.res_deleted_at is not null gone,"
            + " r.res_published, v.pid, v.res_ver, strand.named_body(v) as body, v.res_updated from hfj_resource r"
            + " join hfj_res_ver v on v.res_id = r.res_id where r.partition_id is not null"
            + " order by r.res_id, v.res_ver";

    private RecordReader() {}

    static List<StoredRecord> all(Connection database, Bodies bodies) throws SQLException {
        Map<Long, Set<String>> labels = labels(database);
        Map<Long, StoredRecord> records = new java.util.LinkedHashMap<>();
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(VERSIONS)) {
            while (row.next()) {
                StoredRecord record = records.get(row.getLong("res_id"));
                if (record == null) {
                    record = new StoredRecord(
                            row.getLong("res_id"),
                            row.getString("res_type") + "/" + row.getString("fhir_id"),
                            row.getBoolean("gone"),
                            instant(row, "res_published"),
                            new ArrayList<>());
                    records.put(record.row(), record);
                }
                String named = row.getString("body");
                String text = named == null ? "" : bodies.read(named);
                if (!text.isEmpty()) {
                    record.versions()
                            .add(new StoredRecord.Version(
                                    row.getLong("res_ver"),
                                    Json.read(text),
                                    labels.getOrDefault(row.getLong("pid"), Set.of()),
                                    instant(row, "res_updated")));
                }
            }
        }
        return List.copyOf(records.values());
    }

    private static Map<Long, Set<String>> labels(Connection database) throws SQLException {
        Map<Long, Set<String>> labels = new HashMap<>();
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery(LABELS)) {
            while (row.next()) {
                labels.computeIfAbsent(row.getLong("res_ver_pid"), any -> new HashSet<>())
                        .add(row.getString("tag_system") + "|" + row.getString("tag_code"));
            }
        }
        return labels;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
