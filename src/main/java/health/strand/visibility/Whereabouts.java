package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says whom resources are about, by the cells they lie in: also where the requester is not shown whom. */
public final class Whereabouts {

    /** The same statement for what is hidden and for what never was, so that it takes as long. */
    private static final String FIND = """
            select w.type, w.id, w.patients, w.kept, w.cell,
                exists (select from hfj_resource r where r.res_type = w.type and r.fhir_id = w.id) as visible
            from strand.whereabouts(?::text[], ?::text[]) w
            """;

    private static final int MOST_REMEMBERED = 100_000;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final Map<Integer, Set<PatientId>> groups = new ConcurrentHashMap<>();

    public Whereabouts(DataSource requests, PlatformTransactionManager transactions) {
        this.database = new JdbcTemplate(requests);
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Where something is that was asked for by its address.
     *
     * @param patients whom it is about; nobody when there never was such a thing
     * @param kept whether it is there, for whoever may see it
     * @param visible whether it is, or was, there for this requester
     * @param cell where it lies, or did
     */
    public record Place(String reference, Set<PatientId> patients, boolean kept, boolean visible, int cell) {

        public Place {
            patients = Set.copyOf(patients);
        }
    }

    /** The patients of resources that were found, or stored a moment ago. */
    public Set<PatientId> patientsOf(Collection<? extends Resource> found) {
        return cellsOf(found).values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The cells in which resources were found, or put a moment ago, and the patients of each. */
    public Map<Integer, Set<PatientId>> cellsOf(Collection<? extends Resource> found) {
        Map<Integer, Set<PatientId>> cells = new TreeMap<>();
        for (Resource resource : found) {
            OptionalInt cell = CellAssignment.of(resource);
            if (cell.isPresent() && cell.getAsInt() >> Cells.CLASS_BITS != 0) {
                cells.computeIfAbsent(cell.getAsInt(), number -> ofGroup(number >> Cells.CLASS_BITS));
            }
        }
        return cells;
    }

    /** The class of what lies in a cell. */
    public static DataClass classOf(int cell) {
        return DataClass.fromNumber(cell & ((1 << Cells.CLASS_BITS) - 1)).orElseThrow();
    }

    /** Where the references lead, each {@code Type/id}, as the request that this thread answers sees it. */
    public List<Place> of(Collection<String> references) {
        if (references.isEmpty()) {
            return List.of();
        }
        List<String[]> parts =
                references.stream().map(each -> each.split("/", 2)).toList();
        String[] types = parts.stream().map(each -> each[0]).toArray(String[]::new);
        String[] ids = parts.stream().map(each -> each[1]).toArray(String[]::new);
        List<Place> found = transaction.execute(status -> database.query(FIND, (row, index) -> place(row), types, ids));
        return found == null ? List.of() : found;
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("type") + "/" + row.getString("id"),
                patients(row.getArray("patients")),
                row.getBoolean("kept"),
                row.getBoolean("visible"),
                row.getInt("cell"));
    }

    private static Set<PatientId> patients(@Nullable Array ids) throws SQLException {
        return ids == null
                ? Set.of()
                : Arrays.stream((String[]) ids.getArray()).map(PatientId::new).collect(Collectors.toSet());
    }

    /** A group has the same patients for ever, once the transaction that made it has committed. */
    private Set<PatientId> ofGroup(int group) {
        Set<PatientId> known = groups.get(group);
        if (known != null) {
            return known;
        }
        Set<PatientId> patients = database
                .query(
                        "select patients from strand.group_of(?)",
                        (row, index) -> patients(row.getArray("patients")),
                        group)
                .stream()
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            if (groups.size() >= MOST_REMEMBERED) {
                groups.clear();
            }
            groups.put(group, patients);
        }
        return patients;
    }
}
