package health.strand.representation;

import health.strand.access.PatientId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Who may act for whom: kept beside the RelatedPersons that say so, and changed in the same transaction. */
public final class Representatives {

    private static final RowMapper<Mandate> ROW = (row, number) -> new Mandate(
            row.getString("source"),
            new PatientId(row.getString("patient")),
            row.getTimestamp("starts").toInstant(),
            row.getTimestamp("until").toInstant());

    private final JdbcTemplate database;
    private final MandateReader reader;
    private final Function<String, @Nullable Patient> patients;
    private final Function<PatientId, Collection<RelatedPerson>> relatives;
    private final Clock clock;

    /**
     * @param patients a stored patient, by id
     * @param relatives the stored people of a patient
     */
    public Representatives(
            DataSource requests,
            MandateReader reader,
            Function<String, @Nullable Patient> patients,
            Function<PatientId, Collection<RelatedPerson>> relatives,
            Clock clock) {
        this.database = new JdbcTemplate(requests);
        this.reader = reader;
        this.patients = patients;
        this.relatives = relatives;
        this.clock = clock;
    }

    /** Takes over what a stored related person says now, and gives the patients for whom that is a change. */
    public Set<PatientId> record(RelatedPerson person) {
        String patient = person.getPatient().getReferenceElement().getIdPart();
        return replace(person, patient == null ? null : patients.apply(patient));
    }

    /** Reckons anew when the mandates for a patient end whose date of birth is new, and gives the patient if any changes. */
    public Set<PatientId> record(Patient patient) {
        Set<PatientId> touched = new HashSet<>();
        relatives
                .apply(new PatientId(patient.getIdElement().getIdPart()))
                .forEach(person -> touched.addAll(replace(person, patient)));
        return touched;
    }

    private Set<PatientId> replace(RelatedPerson person, @Nullable Patient patient) {
        Set<PatientId> touched = forget("RelatedPerson/" + person.getIdElement().getIdPart());
        enter(person, patient, touched);
        return touched;
    }

    private void enter(RelatedPerson person, @Nullable Patient patient, Set<PatientId> touched) {
        reader.of(person, patient == null ? null : reader.ofAge(patient)).ifPresent(mandate -> {
            database.update(
                    "insert into strand.mandate (source, patient, starts, until) values (?, ?, ?, ?)",
                    mandate.representative(),
                    mandate.patient().value(),
                    Timestamp.from(mandate.starts()),
                    Timestamp.from(mandate.until()));
            touched.add(mandate.patient());
        });
    }

    /** Drops what a resource said that is no more, and gives the patients for whom that is a change. */
    public Set<PatientId> forget(String source) {
        return new HashSet<>(database.query(
                "delete from strand.mandate where source = ? returning patient",
                (row, number) -> new PatientId(row.getString("patient")),
                source));
    }

    /** All mandates for these patients that are not over. */
    public List<Mandate> of(Collection<PatientId> patients) {
        return database.query(
                "select * from strand.mandate where patient = any (?) and until > ?",
                ROW,
                patients.stream().map(PatientId::value).toArray(String[]::new),
                Timestamp.from(clock.instant()));
    }

    /** Whether somebody's mandate for a patient ends, or ended, at that instant. */
    public boolean anyEndsAt(PatientId patient, Instant end) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select exists (select from strand.mandate where patient = ? and until = ?)",
                Boolean.class,
                patient.value(),
                Timestamp.from(end)));
    }

    /**
     * The patients for whom somebody may act now.
     *
     * @param representative like {@code RelatedPerson/x}
     */
    public Set<PatientId> represented(String representative) {
        Instant now = clock.instant();
        return database.query("select * from strand.mandate where source = ?", ROW, representative).stream()
                .filter(mandate -> mandate.holds(now))
                .map(Mandate::patient)
                .collect(Collectors.toSet());
    }
}
