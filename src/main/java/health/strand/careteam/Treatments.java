package health.strand.careteam;

import health.strand.access.PatientId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Who treats whom: kept beside the care teams, appointments and encounters that say so, and changed in the same
 * transaction. What is over is not kept.
 */
public final class Treatments {

    private static final RowMapper<Treatment> ROW = (row, number) -> new Treatment(
            row.getString("source"),
            new PatientId(row.getString("patient")),
            row.getString("practitioner"),
            row.getTimestamp("starts").toInstant(),
            row.getTimestamp("until").toInstant());
    private static final String INSERT = "insert into strand.treatment (source, patient, practitioner, starts, until)"
            + " values (?, ?, ?, ?, ?) on conflict (source, patient, practitioner, starts) do update"
            + " set until = greatest(treatment.until, excluded.until)";

    private final JdbcTemplate database;
    private final Clock clock;
    private final TreatmentReader reader;

    /**
     * @param zone the clinic's, in which dates without a time begin and end
     * @param before how long before an appointment or encounter its people may prepare
     * @param after how long after it they may finish their notes
     */
    public Treatments(DataSource requests, Clock clock, ZoneId zone, Duration before, Duration after) {
        this.database = new JdbcTemplate(requests);
        this.clock = clock;
        this.reader = new TreatmentReader(zone, before, after, this::practitionerOf);
    }

    /** Whether resources of this type say who treats whom. */
    public static boolean areSaidBy(String type) {
        return TreatmentReader.TYPES.contains(type);
    }

    /** Takes over what a stored resource says now, and gives the patients for whom that is a change. */
    public Set<PatientId> record(Resource resource) {
        Set<PatientId> touched =
                forget(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        for (Treatment each : reader.of(resource)) {
            if (each.until().isAfter(clock.instant())) {
                insert(each);
                touched.add(each.patient());
            }
        }
        return touched;
    }

    /** Whoever registers a patient treats them, for as long as given, until a care team says who does. */
    public void register(PatientId patient, String practitioner, Duration time) {
        Instant now = clock.instant();
        insert(new Treatment("Patient/" + patient, patient, practitioner, now.minusSeconds(1), now.plus(time)));
    }

    /** Drops what a resource said that is no more, and gives the patients for whom that is a change. */
    public Set<PatientId> forget(String source) {
        return new HashSet<>(database.query(
                "delete from strand.treatment where source = ? returning patient",
                (row, number) -> new PatientId(row.getString("patient")),
                source));
    }

    /** All that is not over about these patients. */
    public List<Treatment> of(Collection<PatientId> patients) {
        return database.query(
                "select * from strand.treatment where patient = any (?) and until > ?",
                ROW,
                patients.stream().map(PatientId::value).toArray(String[]::new),
                Timestamp.from(clock.instant()));
    }

    /** The patients somebody treats, now or later. */
    public Set<PatientId> patientsOf(String practitioner) {
        return new HashSet<>(database.query(
                "select distinct patient from strand.treatment where practitioner = ? and until > ?",
                (row, number) -> new PatientId(row.getString("patient")),
                practitioner,
                Timestamp.from(clock.instant())));
    }

    private void insert(Treatment each) {
        database.update(
                INSERT,
                each.source(),
                each.patient().value(),
                each.practitioner(),
                Timestamp.from(each.starts()),
                Timestamp.from(each.until()));
    }

    private @Nullable String practitionerOf(String role) {
        return database
                .queryForList(
                        "select member from strand.affiliation where body = ? limit 1",
                        String.class,
                        "PractitionerRole/" + role)
                .stream()
                .findFirst()
                .orElse(null);
    }
}
