package health.strand.visibility;

import health.strand.access.PatientId;
import health.strand.consent.Mandates;
import health.strand.representation.MandateReader;
import java.time.Instant;

/** Mandates as the clinic has recorded them, read from the RelatedPerson and the Patient themselves. */
final class StoredMandates implements Mandates {

    private final StoredPeople people;
    private final MandateReader reader;

    StoredMandates(StoredPeople people, MandateReader reader) {
        this.people = people;
        this.reader = reader;
    }

    @Override
    public boolean holds(String relatedPerson, PatientId patient, Instant at) {
        Instant ofAge = people.patient(patient.value()).map(reader::ofAge).orElse(null);
        return people.relative(relatedPerson.substring(relatedPerson.indexOf('/') + 1))
                .flatMap(person -> reader.of(person, ofAge))
                .filter(mandate -> mandate.patient().equals(patient) && mandate.holds(at))
                .isPresent();
    }
}
