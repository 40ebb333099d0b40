package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.careteam.Treatments;
import java.time.Duration;
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
    private static final String IS_NEW = "select not exists (select from strand.cell_group_member where patient = ?)";

    private final JdbcTemplate database;
    private final Recompilation recompilation;
    private final Treatments treatments;
    private final Duration registration;

    /** @param registration for how long whoever registers a patient treats them */
    FreshCells(DataSource requests, Recompilation recompilation, Treatments treatments, Duration registration) {
        this.database = new JdbcTemplate(requests);
        this.recompilation = recompilation;
        this.treatments = treatments;
        this.registration = registration;
    }

    /** Before the cell of a new patient is made: somebody who treats patients begins to treat the one they register. */
    void beforeCellOf(Resource resource, PatientId patient) {
        TransactionKeys keys = CurrentKeys.get();
        if (keys == null || !(resource instanceof Patient) || keys.takesIn(DataClass.IDENTITY)) {
            return;
        }
        // only of a patient nobody has heard of: a record that exists is not entered by writing into it
        keys.treating().filter(person -> isNew(patient)).ifPresent(person -> {
            treatments.register(patient, person, registration);
            recompilation.patients(java.util.List.of(patient));
        });
    }

    private boolean isNew(PatientId patient) {
        return Boolean.TRUE.equals(database.queryForObject(IS_NEW, Boolean.class, patient.value()));
    }

    /** Once the cell is made and before anything is put into it. */
    void made(Cell cell) {
        recompilation.cell(cell);
        TransactionKeys keys = CurrentKeys.get();
        if (keys != null && !keys.takesIn(cell.dataClass())) {
            recompilation.now(cell);
            database.query(RENEW, row -> {}, keys.readers(), keys.purposes(), keys.client());
        }
    }
}
