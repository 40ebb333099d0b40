package health.strand.twin;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes of a copy of the world what is there for one requester: hidden resources are taken out of every table, and what
 * visible ones say about them out of their bodies and links. What decides stays: who treats whom, what was consented to
 * and which cells are granted are the rules of both worlds, not their data.
 */
final class WithoutHidden implements TwinDatabases.Change {

    private final Collection<StoredRecord> world;
    private final Set<StoredRecord> hidden;
    private final Projection projection;

    WithoutHidden(Collection<StoredRecord> world, Set<StoredRecord> hidden) {
        this.world = world;
        this.hidden = hidden;
        this.projection =
                new Projection(hidden.stream().map(StoredRecord::reference).collect(Collectors.toSet()));
    }

    Projection projection() {
        return projection;
    }

    @Override
    public void in(Connection database) throws SQLException {
        try (Statement sql = database.createStatement()) {
            // every row of a resource goes, so no key is left that points to nothing
            sql.execute("set session_replication_role = replica");
            String rows = hidden.stream()
                    .map(each -> String.valueOf(each.row()))
                    .collect(Collectors.joining(",", "any ('{", "}'::bigint[])"));
            sql.execute("delete from hfj_res_ver_prov where res_ver_pid in"
                    + " (select pid from hfj_res_ver where res_id = " + rows + ")");
            sql.execute(
                    "delete from hfj_res_link where src_resource_id = " + rows + " or target_resource_id = " + rows);
            for (String table : keyedByResource(sql)) {
                sql.execute("delete from " + table + " where res_id = " + rows);
            }
        }
        for (String which : List.of("content where carrier = ?", "source where ? in (derivative, source)")) {
            try (PreparedStatement kept = database.prepareStatement("delete from strand." + which)) {
                for (StoredRecord each : hidden) {
                    kept.setString(1, each.reference());
                    kept.execute();
                }
            }
        }
        rewrite(database);
    }

    private static List<String> keyedByResource(Statement sql) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = sql.executeQuery(
                "select c.table_name from information_schema.columns c"
                        + " join information_schema.tables t using (table_schema, table_name)"
                        + " where c.table_schema = 'public' and c.column_name = 'res_id' and c.data_type = 'bigint' and t.table_type = 'BASE TABLE'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private void rewrite(Connection database) throws SQLException {
        try (PreparedStatement text = database.prepareStatement(
                        "update hfj_res_ver set res_text_vc = ? where res_id = ? and res_ver = ?");
                // by it the storage tells whether a new version differs
                PreparedStatement hash =
                        database.prepareStatement("update hfj_resource set hash_sha256 = ? where res_id = ?")) {
            for (StoredRecord record : world) {
                for (StoredRecord.Version version : record.versions()) {
                    JsonNode projected = hidden.contains(record) ? version.body() : projection.of(version.body());
                    if (!projected.equals(version.body())) {
                        text.setString(1, projected.toString());
                        text.setLong(2, record.row());
                        text.setLong(3, version.number());
                        text.execute();
                        hash.setString(1, sha256(projected.toString()));
                        hash.setLong(2, record.row());
                        hash.execute();
                    }
                }
            }
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16LE));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
