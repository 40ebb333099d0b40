package health.strand.oversight;

import health.strand.access.PatientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The cases that are open. They are there for every transaction, through functions that give out nothing else. */
public final class PrivacyCases {

    private final JdbcTemplate database;
    private final Clock clock;

    public PrivacyCases(DataSource requests, Clock clock) {
        this.database = new JdbcTemplate(requests);
        this.clock = clock;
    }

    /** Those about these patients that are not over. */
    public List<PrivacyCase> of(Collection<PatientId> patients) {
        return database.query(
                "select * from strand.cases_of(?, ?)",
                (row, number) -> read(row),
                patients.stream().map(PatientId::value).toArray(String[]::new),
                now());
    }

    /** The one somebody has open about a patient. */
    public Optional<PrivacyCase> open(String officer, PatientId patient) {
        return of(List.of(patient)).stream()
                .filter(each -> each.officer().equals(officer) && each.holds(clock.instant()))
                .findFirst();
    }

    /** The patients about whom somebody has a case that is not over. */
    public Set<PatientId> openedBy(String officer) {
        return database
                .query("select * from strand.cases_by(?, ?)", (row, number) -> read(row), officer, now())
                .stream()
                .map(PrivacyCase::patient)
                .collect(Collectors.toSet());
    }

    /** Opens one from now on, within the transaction that tells of it. */
    public PrivacyCase begin(String officer, PatientId patient) {
        Instant start = clock.instant();
        PrivacyCase opened = new PrivacyCase(UUID.randomUUID(), officer, patient, start, start.plus(PrivacyCase.LASTS));
        database.query(
                "select strand.open_case(?, ?, ?, ?, ?)",
                row -> {},
                opened.id(),
                officer,
                patient.value(),
                Timestamp.from(opened.starts()),
                Timestamp.from(opened.until()));
        return opened;
    }

    /** Ends one now, if it is not over; empty when there never was one with this id. */
    public Optional<PrivacyCase> close(UUID id) {
        return database.query("select * from strand.close_case(?, ?)", (row, number) -> read(row), id, now()).stream()
                .findFirst();
    }

    private static PrivacyCase read(ResultSet row) throws SQLException {
        return new PrivacyCase(
                row.getObject("case_id", UUID.class),
                row.getString("person"),
                new PatientId(row.getString("about")),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("till").toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
