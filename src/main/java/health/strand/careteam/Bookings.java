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
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Who is known at the desk: kept beside the appointments and encounters that say so, and changed in the same transaction.
 * What is over is not kept.
 */
public final class Bookings {

    private static final String INSERT = "insert into strand.booking (source, patient, starts, until)"
            + " values (?, ?, ?, ?) on conflict (source, patient) do update"
            + " set starts = least(booking.starts, excluded.starts), until = greatest(booking.until, excluded.until)";

    private final JdbcTemplate database;
    private final Clock clock;
    private final BookingReader reader;

    /**
     * @param zone the clinic's, in which dates without a time begin and end
     * @param after how long after a visit its patient is known at the desk
     */
    public Bookings(DataSource requests, Clock clock, ZoneId zone, Duration after) {
        this.database = new JdbcTemplate(requests);
        this.clock = clock;
        this.reader = new BookingReader(zone, after);
    }

    /** Whether resources of this type say who is known at the desk. */
    public static boolean areSaidBy(String type) {
        return BookingReader.TYPES.contains(type);
    }

    /** Takes over what a stored resource says now, and gives the patients for whom that is a change. */
    public Set<PatientId> record(Resource resource) {
        Set<PatientId> touched =
                forget(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        Instant now = clock.instant();
        for (Booking each : reader.of(resource, now)) {
            if (each.until().isAfter(now)) {
                insert(each);
                touched.add(each.patient());
            }
        }
        return touched;
    }

    /** The desk knows whom it registers, or has found by what they said of themselves, for as long as given. */
    public void know(PatientId patient, Duration time) {
        Instant now = clock.instant();
        insert(new Booking("Patient/" + patient, patient, now.minusSeconds(1), now.plus(time)));
    }

    /** Drops what a resource said that is no more, and gives the patients for whom that is a change. */
    public Set<PatientId> forget(String source) {
        return new HashSet<>(database.query(
                "delete from strand.booking where source = ? returning patient",
                (row, number) -> new PatientId(row.getString("patient")),
                source));
    }

    /**
     * One for each of these patients who is known: all that says so holds already, so the last of it to end says until when. A
     * span of its own for each visit would have everything decided about each span anew.
     */
    public List<Booking> of(Collection<PatientId> patients) {
        return database.query(
                "select distinct on (patient) * from strand.booking where patient = any (?) and until > ?"
                        + " order by patient, until desc",
                (row, number) -> new Booking(
                        row.getString("source"),
                        new PatientId(row.getString("patient")),
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("until").toInstant()),
                patients.stream().map(PatientId::value).toArray(String[]::new),
                Timestamp.from(clock.instant()));
    }

    private void insert(Booking each) {
        database.update(
                INSERT,
                each.source(),
                each.patient().value(),
                Timestamp.from(each.starts()),
                Timestamp.from(each.until()));
    }
}
