package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The numbers of cells: what HAPI stores as the partition of every row of a resource. A cell is a set of patients with
 * traits, and a data class; its number is {@code group * 32 + class}, and group 0 is about no patient.
 */
public final class Cells {

    static final int CLASS_BITS = 5;
    static final int CLASSES = (1 << CLASS_BITS) - 1;
    private static final String ABOUT = """
            select c.number, g.patients, g.traits from strand.cell c
            cross join lateral strand.group_of(c.cell_group) g
            where c.cell_group in (select m.number from strand.cell_group_member m where m.patient = any (?))
            """;
    private static final int MOST_REMEMBERED = 100_000;

    private final JdbcTemplate database;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    /** Numbers are given out within the transaction that asks for them. */
    public Cells(DataSource requests) {
        this.database = new JdbcTemplate(requests);
    }

    /** The number of a cell, made on first use. */
    int cell(Collection<PatientId> patients, DataClass dataClass, Traits traits) {
        return patients.isEmpty() ? dataClass.number() : numbered(patients, dataClass, traits).number;
    }

    /** Whether it was decided, in this transaction or before, who sees the cell. */
    boolean isCompiled(Cell cell) {
        return numbered(cell.patients(), cell.dataClass(), cell.traits()).compiled;
    }

    private Numbered numbered(Collection<PatientId> patients, DataClass dataClass, Traits traits) {
        String[] ids =
                patients.stream().map(PatientId::value).sorted().distinct().toArray(String[]::new);
        String text = traits.text();
        String key = String.join(",", ids) + "|" + dataClass.number() + "|" + text;
        Integer known = numbers.get(key);
        if (known != null) {
            return new Numbered(known, true);
        }
        Numbered cell = Objects.requireNonNull(database.queryForObject(
                "select number, compiled from strand.cell_number(?, ?, ?)",
                (row, index) -> new Numbered(row.getInt("number"), row.getBoolean("compiled")),
                ids,
                text,
                dataClass.number()));
        if (cell.compiled) {
            rememberOnceCommitted(key, cell.number);
        }
        return cell;
    }

    private record Numbered(int number, boolean compiled) {}

    /** The cell in which the stored resource lies now; empty when there is none of that id. */
    OptionalInt current(String type, String id) {
        Integer cell = database.queryForObject("select strand.cell_of(?, ?)", Integer.class, type, id);
        return cell == null ? OptionalInt.empty() : OptionalInt.of(cell);
    }

    /** The cells of stored resources by references such as {@code Media/x}, in one question; unknown ones are left out. */
    Map<String, Integer> current(Collection<String> references) {
        String[] all = references.toArray(String[]::new);
        Map<String, Integer> found = new HashMap<>();
        database.query(
                "select reference, strand.cell_of(split_part(reference, '/', 1), split_part(reference, '/', 2)) as cell"
                        + " from unnest(?) reference",
                row -> {
                    int cell = row.getInt("cell");
                    if (!row.wasNull()) {
                        found.put(row.getString("reference"), cell);
                    }
                },
                (Object) all);
        return found;
    }

    /** The patients of a cell. */
    List<PatientId> patients(int cell) {
        return cell >> CLASS_BITS == 0 ? List.of() : List.copyOf(describe(cell).patients());
    }

    /** A stored cell as decisions see it. */
    Cell describe(int cell) {
        return Objects.requireNonNull(database.queryForObject(
                "select patients, traits from strand.group_of(?)",
                (row, index) -> read(cell, row),
                cell >> CLASS_BITS));
    }

    /** Every cell that is about one of these patients, perhaps beside others. */
    List<Cell> about(Collection<PatientId> patients) {
        return database.query(ABOUT, (row, index) -> read(row.getInt("number"), row), PatientTexts.array(patients));
    }

    private static Cell read(int number, ResultSet row) throws SQLException {
        Set<PatientId> patients = new HashSet<>();
        for (String each : (String[]) row.getArray("patients").getArray()) {
            patients.add(new PatientId(each));
        }
        DataClass dataClass = DataClass.fromNumber(number & CLASSES).orElse(DataClass.GENETIC);
        return new Cell(number, patients, dataClass, Traits.parse(row.getString("traits")));
    }

    /** A number given out in a transaction that is rolled back is taken back with it. */
    private void rememberOnceCommitted(String key, int number) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            keep(key, number);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keep(key, number);
            }
        });
    }

    private void keep(String key, int number) {
        if (numbers.size() >= MOST_REMEMBERED) {
            numbers.clear();
        }
        numbers.put(key, number);
    }
}
