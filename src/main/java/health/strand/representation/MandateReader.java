package health.strand.representation;

import health.strand.access.PatientId;
import health.strand.consent.ClinicTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.jspecify.annotations.Nullable;

/**
 * Reads mandates as the clinic records them: an active RelatedPerson in a relationship that decides. Staff write these,
 * having seen the papers; a patient cannot. What parents and guardians may do ends when the patient comes of age, but for
 * what was verified after that (consent paper, 3.6).
 */
public final class MandateReader {

    private static final Instant ALWAYS = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final Set<String> OF_MINORS = Set.of("GUARD", "PRN", "MTH", "FTH");
    private static final Set<String> BY_WILL = Set.of("POWATT", "HPOWATT", "DPOWATT", "SPOWATT");

    private final ClinicTime time;
    private final int majority;

    /**
     * @param zone the clinic's, in which days begin and end
     * @param majority the age at which patients decide for themselves
     */
    public MandateReader(ZoneId zone, int majority) {
        this.time = new ClinicTime(zone);
        this.majority = majority;
    }

    /** The mandate of a related person; empty when there is none, or none at any time. */
    public Optional<Mandate> of(RelatedPerson person, @Nullable Instant patientOfAge) {
        String patient = person.getPatient().getReferenceElement().getIdPart();
        boolean byWill = isIn(person, BY_WILL);
        if (patient == null || !person.getActive() || !byWill && !isIn(person, OF_MINORS)) {
            return Optional.empty();
        }
        DateTimeType start = person.getPeriod().getStartElement();
        DateTimeType end = person.getPeriod().getEndElement();
        Instant starts = start.hasValue() ? time.start(start) : ALWAYS;
        Instant until = end.hasValue() ? time.end(end) : NEVER;
        if (!byWill && patientOfAge != null && starts.isBefore(patientOfAge) && patientOfAge.isBefore(until)) {
            until = patientOfAge;
        }
        return starts.isBefore(until)
                ? Optional.of(new Mandate(
                        "RelatedPerson/" + person.getIdElement().getIdPart(), new PatientId(patient), starts, until))
                : Optional.empty();
    }

    /**
     * The instant at which a patient comes of age: the beginning of that birthday in the clinic's zone, of the
     * earliest one possible where the date is not exact; null for one born nobody knows when.
     */
    public @Nullable Instant ofAge(Patient patient) {
        return patient.getBirthDateElement().hasValue()
                ? time.anniversary(patient.getBirthDateElement(), majority)
                : null;
    }

    private static boolean isIn(RelatedPerson person, Set<String> relationships) {
        return person.getRelationship().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .anyMatch(coding -> relationships.contains(coding.getCode()));
    }
}
