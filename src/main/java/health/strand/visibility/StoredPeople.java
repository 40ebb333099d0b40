package health.strand.visibility;

import ca.uhn.fhir.context.FhirContext;
import health.strand.access.PatientId;
import health.strand.vault.Bodies;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The patients and their related people as they stand in the transaction, whoever asks. */
public final class StoredPeople {

    private final JdbcTemplate database;
    private final FhirContext fhir;
    private final Bodies bodies;

    public StoredPeople(DataSource requests, FhirContext fhir, Bodies bodies) {
        this.database = new JdbcTemplate(requests);
        this.fhir = fhir;
        this.bodies = bodies;
    }

    /** Empty for an id that no stored patient has. */
    public Optional<Patient> patient(String id) {
        return body(Patient.class, id);
    }

    /** The patients born on these days, both included; of a date that is not exact the first day counts. */
    public List<PatientId> bornBetween(LocalDate first, LocalDate last) {
        return database.query(
                "select strand.born_between(?, ?) as patient",
                (row, number) -> new PatientId(row.getString("patient")),
                ordinal(first),
                ordinal(last));
    }

    private static int ordinal(LocalDate day) {
        return Integer.parseInt(day.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** Empty for an id that no stored related person has. */
    Optional<RelatedPerson> relative(String id) {
        return body(RelatedPerson.class, id);
    }

    /** Everybody recorded as somebody's related person. */
    public List<RelatedPerson> relatives(PatientId patient) {
        return database.query(
                "select id, body from strand.relatives_of(?)",
                (row, number) -> parse(RelatedPerson.class, row.getString("id"), row.getString("body")),
                patient.value());
    }

    private <T extends Resource> Optional<T> body(Class<T> type, String id) {
        return database.queryForList("select strand.body_of(?, ?)", String.class, type.getSimpleName(), id).stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(body -> parse(type, id, body));
    }

    private <T extends Resource> T parse(Class<T> type, String id, String body) {
        T found = fhir.newJsonParser().parseResource(type, bodies.read(body));
        found.setId(type.getSimpleName() + "/" + id);
        return found;
    }
}
