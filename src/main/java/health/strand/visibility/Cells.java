package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The numbers of cells: what HAPI stores as the partition of every row of a resource. A cell is a set of patients and a
 * data class; its number is {@code set * 32 + class}, and set 0 is about no patient.
 */
public final class Cells {

    static final int CLASS_BITS = 5;
    static final int CLASSES = (1 << CLASS_BITS) - 1;
    private static final int MOST_REMEMBERED = 100_000;

    private final JdbcTemplate database;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    /** Numbers are given out within the transaction that asks for them. */
    public Cells(DataSource requests) {
        this.database = new JdbcTemplate(requests);
    }

    int cell(Collection<PatientId> patients, DataClass dataClass) {
        return (setNumber(patients) << CLASS_BITS) | dataClass.number();
    }

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
        return database.queryForList("select strand.patients_of(?)", String.class, cell >> CLASS_BITS).stream()
                .map(PatientId::new)
                .toList();
    }

    private int setNumber(Collection<PatientId> patients) {
        if (patients.isEmpty()) {
            return 0;
        }
        String[] ids =
                patients.stream().map(PatientId::value).sorted().distinct().toArray(String[]::new);
        String key = String.join(",", ids);
        Integer known = numbers.get(key);
        return known != null ? known : remember(key, ids);
    }

    private int remember(String key, String[] ids) {
        @Nullable
        Integer number = database.queryForObject("select strand.patient_set_number(?)", Integer.class, (Object) ids);
        if (number == null) {
            throw new IllegalStateException("the database gave no number for a set of patients");
        }
        rememberOnceCommitted(key, number);
        return number;
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
