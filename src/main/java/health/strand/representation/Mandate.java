package health.strand.representation;

import health.strand.access.PatientId;
import java.time.Instant;

/**
 * Somebody may act for a patient, in a half-open span.
 *
 * @param representative like {@code RelatedPerson/x}
 */
public record Mandate(String representative, PatientId patient, Instant starts, Instant until) {

    /** Whether it holds at an instant. */
    public boolean holds(Instant at) {
        return !at.isBefore(starts) && at.isBefore(until);
    }
}
