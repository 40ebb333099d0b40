package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.Reach;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Says which rows of a record are there for somebody, by asking the policies themselves with that somebody's keys. Only in a
 * transaction that writes nothing more with keys of its own until they are handed again.
 */
final class Views {

    private static final String HAND = "select strand.hand_keys(?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FORGET =
            "select set_config('strand.own', '', true), set_config('strand.writing', '', true)";
    private static final String OF_RECORD = "select res_id, res_type, partition_id from hfj_resource"
            + " where res_deleted_at is null and partition_id = any (?)";
    private static final String OF_ROWS =
            "select res_id from hfj_resource where res_deleted_at is null and res_id = any (?)";

    private final JdbcTemplate database;
    private final Cells cells;

    Views(DataSource requests, Cells cells) {
        this.database = new JdbcTemplate(requests);
        this.cells = cells;
    }

    /** What the transaction may do from here on, as if it had begun with it. */
    void hand(Reach reach) {
        TransactionKeys keys = TransactionKeys.of(reach, List.of());
        database.query(
                HAND,
                row -> {},
                keys.patients(),
                keys.readable(),
                keys.writable(),
                keys.everywhere(),
                keys.intake(),
                keys.readers(),
                keys.purposes(),
                keys.client());
        database.query(FORGET, row -> {});
    }

    /** The rows about a patient that are there within a reach, each with its class. @param types of resources */
    Map<Long, DataClass> ofRecord(PatientId patient, Reach reach, Set<String> types) {
        Integer[] numbers =
                cells.about(List.of(patient)).stream().map(Cell::number).toArray(Integer[]::new);
        hand(reach);
        Map<Long, DataClass> found = new HashMap<>();
        database.query(
                OF_RECORD,
                row -> {
                    int number = row.getInt("partition_id") & Cells.CLASSES;
                    if (types.contains(row.getString("res_type"))) {
                        found.put(
                                row.getLong("res_id"),
                                DataClass.fromNumber(number).orElse(DataClass.GENETIC));
                    }
                },
                (Object) numbers);
        return found;
    }

    /** Those of some rows that are there within a reach. */
    Set<Long> among(Collection<Long> rows, Reach reach) {
        hand(reach);
        return new HashSet<>(database.queryForList(OF_ROWS, Long.class, (Object) rows.toArray(Long[]::new)));
    }
}
