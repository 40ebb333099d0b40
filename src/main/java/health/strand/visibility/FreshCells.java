package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.PurposeOfUse;
import health.strand.careteam.Bookings;
import health.strand.careteam.Treatments;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Decides about cells that are made while something is written into them. Whoever may write only where they are granted
 * something needs that grant before their rows arrive; for others it is time enough before the transaction commits.
 */
final class FreshCells {

    private static final String RENEW =
            "select set_config('strand.audiences', strand.audiences_of(?, ?, ?)::text, true)";
    private static final String IS_NEW = "select not strand.is_kept('Patient', ?)";

    private final JdbcTemplate database;
    private final Cells cells;
    private final Recompilation recompilation;
    private final Treatments treatments;
    private final Bookings bookings;
    private final ClinicTime time;

    FreshCells(
            DataSource requests,
            Cells cells,
            Recompilation recompilation,
            Visibility.Register register,
            ClinicTime time) {
        this.database = new JdbcTemplate(requests);
        this.cells = cells;
        this.recompilation = recompilation;
        this.treatments = register.treatments();
        this.bookings = register.bookings();
        this.time = time;
    }

    /**
     * Before a new resource is stored: somebody who treats patients begins to treat the one they register, and the desk
     * knows whom it registers.
     */
    void registering(Resource resource, PatientId patient) {
        TransactionKeys keys = CurrentKeys.get();
        if (keys == null || !(resource instanceof Patient)) {
            return;
        }
        Optional<String> treating =
                keys.takesIn(DataClass.IDENTITY) ? Optional.empty() : keys.person(PurposeOfUse.TREAT);
        Optional<String> atDesk = keys.person(PurposeOfUse.PATADMIN);
        // only of a patient nobody has heard of: a record that exists is not entered by writing into it
        if ((treating.isPresent() || atDesk.isPresent()) && isNew(patient)) {
            treating.ifPresent(person -> treatments.register(patient, person, time.registration()));
            atDesk.ifPresent(person -> bookings.know(patient, time.known()));
            recompilation.patients(List.of(patient));
        }
    }

    /** Before anything is put into a cell. */
    void entering(Resource resource, Cell cell) {
        writing(resource, cell.number());
        if (!cells.isCompiled(cell)) {
            made(cell);
        }
    }

    /** Before something is moved into a cell by what became of something else. */
    void foreseen(Cell cell) {
        if (!cells.isCompiled(cell)) {
            recompilation.cell(cell);
        }
    }

    private boolean isNew(PatientId patient) {
        return Boolean.TRUE.equals(database.queryForObject(IS_NEW, Boolean.class, patient.value()));
    }

    /**
     * A transaction that also reads does not write where it may not read: what it
     * reads would be there because it writes.
     */
    private void writing(Resource resource, int cell) {
        TransactionKeys keys = CurrentKeys.get();
        DataClass dataClass = DataClass.fromNumber(cell & Cells.CLASSES).orElse(DataClass.GENETIC);
        if (keys != null && keys.takesIn(dataClass) && !PlannedIds.isBesideReads(resource)) {
            database.query("select strand.write_into(?)", row -> {}, cell);
        }
    }

    private void made(Cell cell) {
        recompilation.cell(cell);
        TransactionKeys keys = CurrentKeys.get();
        if (keys != null && !keys.takesIn(cell.dataClass())) {
            recompilation.now(cell);
            database.query(RENEW, row -> {}, keys.readers(), keys.purposes(), keys.client());
        }
    }
}
