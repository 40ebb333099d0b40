package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The numbers of cells: what HAPI stores as the partition of every row of a resource. A cell is a set of patients and a
 * data class; its number is {@code set * 32 + class}, and set 0 is about no patient.
 */
public final class Cells {

    static final int CLASS_BITS = 5;
    private static final int MOST_REMEMBERED = 100_000;

    private final JdbcTemplate database;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    /** Numbers are given out on connections of their own, so a rolled-back request takes none back. */
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
        if (numbers.size() >= MOST_REMEMBERED) {
            numbers.clear();
        }
        numbers.put(key, number);
        return number;
    }
}
