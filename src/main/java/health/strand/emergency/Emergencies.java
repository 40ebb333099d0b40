package health.strand.emergency;

import health.strand.access.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The emergencies there are and were. What decisions are made by is there for every transaction; the rest for those the
 * audit trail is there for.
 */
public final class Emergencies {

    private final JdbcTemplate database;
    private final Clock clock;

    public Emergencies(DataSource requests, Clock clock) {
        this.database = new JdbcTemplate(requests);
        this.clock = clock;
    }

    /** Those of these patients that are not over. */
    public List<OpenRecord> of(Collection<PatientId> patients) {
        return database.query(
                "select * from strand.emergencies_of(?, ?)",
                (row, number) -> new OpenRecord(
                        row.getString("person"),
                        new PatientId(row.getString("opened")),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("till").toInstant()),
                patients.stream().map(PatientId::value).toArray(String[]::new),
                now());
    }

    /** What somebody has open of a patient. */
    public Optional<OpenRecord> open(String practitioner, PatientId patient) {
        return of(List.of(patient)).stream()
                .filter(each -> each.practitioner().equals(practitioner) && each.holds(clock.instant()))
                .findFirst();
    }

    /** The patients whose records somebody has open. */
    public Set<PatientId> openedBy(String practitioner) {
        return new HashSet<>(database.query(
                "select strand.opened_by(?, ?) as patient",
                (row, number) -> new PatientId(row.getString("patient")),
                practitioner,
                now()));
    }

    /** How often somebody has opened a record in the last so many hours. */
    public int openedWithin(Duration time, String practitioner) {
        Integer times = database.queryForObject(
                "select strand.emergencies_since(?, ?)",
                Integer.class,
                practitioner,
                Timestamp.from(clock.instant().minus(time)));
        return times == null ? 0 : times;
    }

    /** Whether somebody has opened a record without need, so that they may not again until that is settled. */
    public boolean isSuspended(String practitioner) {
        return Boolean.TRUE.equals(
                database.queryForObject("select strand.misused_emergency(?)", Boolean.class, practitioner));
    }

    /** Opens a record from now on, within the transaction that tells of it. */
    public Emergency open(String practitioner, PatientId patient, EmergencyReason reason, String explanation) {
        Instant start = clock.instant();
        Emergency opened = new Emergency(
                UUID.randomUUID(),
                practitioner,
                patient,
                reason,
                explanation,
                start,
                start.plus(Emergency.LASTS),
                null);
        database.query(
                "select strand.open_emergency(?, ?, ?, ?, ?, ?, ?)",
                row -> {},
                opened.id(),
                practitioner,
                patient.value(),
                reason.code(),
                explanation,
                Timestamp.from(opened.starts()),
                Timestamp.from(opened.until()));
        return opened;
    }

    /** Keeps what the review of one said; one without need is over with it. False when there is none with this id. */
    public boolean review(UUID id, boolean justified) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select strand.review_emergency(?, ?, ?)",
                Boolean.class,
                id,
                justified ? "justified" : "unjustified",
                now()));
    }

    /** All of a patient's that the transaction may see, the latest first. */
    public List<Emergency> about(PatientId patient) {
        return database.query(
                "select * from strand.emergency where patient = ? order by starts desc, id",
                (row, number) -> read(row),
                patient.value());
    }

    /** All that the transaction may see and nobody has reviewed, the earliest first. */
    public List<Emergency> waiting() {
        return database.query(
                "select * from strand.emergency where outcome is null order by starts, id", (row, number) -> read(row));
    }

    private static Emergency read(ResultSet row) throws SQLException {
        return new Emergency(
                row.getObject("id", UUID.class),
                row.getString("practitioner"),
                new PatientId(row.getString("patient")),
                EmergencyReason.fromCode(row.getString("reason")).orElse(EmergencyReason.OTHER),
                row.getString("explanation"),
                row.getTimestamp("starts").toInstant(),
                row.getTimestamp("until").toInstant(),
                review(row));
    }

    private static Emergency.@Nullable Review review(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return outcome == null
                ? null
                : new Emergency.Review(
                        outcome.equals("justified"),
                        row.getTimestamp("reviewed").toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
