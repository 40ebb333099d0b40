package health.strand.visibility;

import ca.uhn.fhir.context.FhirContext;
import health.strand.access.PatientId;
import health.strand.consent.Mandates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Mandates as the clinic has recorded them: an active RelatedPerson of the patient in a relationship that decides. Staff
 * write these, having seen the papers; a patient cannot.
 */
final class StoredMandates implements Mandates {

    private static final Set<String> DECIDING =
            Set.of("GUARD", "POWATT", "HPOWATT", "DPOWATT", "SPOWATT", "PRN", "MTH", "FTH");

    private final JdbcTemplate database;
    private final FhirContext fhir;
    private final ZoneId zone;

    StoredMandates(DataSource requests, FhirContext fhir, ZoneId zone) {
        this.database = new JdbcTemplate(requests);
        this.fhir = fhir;
        this.zone = zone;
    }

    @Override
    public boolean holds(String relatedPerson, PatientId patient, Instant at) {
        String id = relatedPerson.substring(relatedPerson.indexOf('/') + 1);
        return database.queryForList("select strand.body_of('RelatedPerson', ?)", String.class, id).stream()
                .filter(Objects::nonNull)
                .map(body -> fhir.newJsonParser().parseResource(RelatedPerson.class, body))
                .anyMatch(person -> isMandate(person, patient, at));
    }

    private boolean isMandate(RelatedPerson person, PatientId patient, Instant at) {
        return person.getActive()
                && ("Patient/" + patient).equals(person.getPatient().getReference())
                && person.getRelationship().stream()
                        .flatMap(concept -> concept.getCoding().stream())
                        .anyMatch(coding -> DECIDING.contains(coding.getCode()))
                && holds(person, at);
    }

    /** Mandates begin and end with days of the clinic. */
    private boolean holds(RelatedPerson person, Instant at) {
        LocalDate day = at.atZone(zone).toLocalDate();
        Date start = person.getPeriod().getStart();
        Date end = person.getPeriod().getEnd();
        return (start == null || !day(start).isAfter(day)) && (end == null || day.isBefore(day(end)));
    }

    private LocalDate day(Date date) {
        return date.toInstant().atZone(zone).toLocalDate();
    }
}
