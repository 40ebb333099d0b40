package health.strand.visibility;

import health.strand.access.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which pictures for publication were made from a picture, and whose it is, whoever asks. */
public final class StoredCopies {

    private static final String CARRIERS = "select carrier from strand.content where file = ?"
            + " and strand.is_kept(split_part(carrier, '/', 1), split_part(carrier, '/', 2)) order by carrier";

    private final JdbcTemplate database;
    private final Cells cells;

    StoredCopies(DataSource requests, Cells cells) {
        this.database = new JdbcTemplate(requests);
        this.cells = cells;
    }

    /** The copies of a picture, or the resources that hold a file; all as {@code Type/id}. */
    public List<String> of(String original) {
        return database.queryForList(CARRIERS, String.class, original);
    }

    /** The patient a stored resource is about; empty when there is none, or more than one. */
    public Optional<PatientId> patientOf(String reference) {
        String[] parts = reference.split("/", -1);
        OptionalInt cell = parts.length == 2 ? cells.current(parts[0], parts[1]) : OptionalInt.empty();
        List<PatientId> patients = cell.isPresent() ? cells.patients(cell.getAsInt()) : List.of();
        return patients.size() == 1 ? Optional.of(patients.get(0)) : Optional.empty();
    }
}
