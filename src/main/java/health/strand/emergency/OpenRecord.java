package health.strand.emergency;

import health.strand.access.PatientId;
import java.time.Instant;

/**
 * That somebody may read a record in the half-open span of an emergency: all that decisions are made by.
 *
 * @param practitioner like {@code Practitioner/x}
 */
public record OpenRecord(String practitioner, PatientId patient, Instant starts, Instant until) {

    /** Whether it holds at a moment. */
    public boolean holds(Instant at) {
        return !starts.isAfter(at) && at.isBefore(until);
    }
}
