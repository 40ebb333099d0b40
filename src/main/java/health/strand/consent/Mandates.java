package health.strand.consent;

import health.strand.access.PatientId;
import java.time.Instant;

/** Who may decide for a patient. */
@FunctionalInterface
public interface Mandates {

    /**
     * Whether a RelatedPerson of the patient had been verified to decide for them at that moment.
     *
     * @param relatedPerson such as {@code RelatedPerson/x}
     */
    boolean holds(String relatedPerson, PatientId patient, Instant at);
}
