package health.strand.oversight;

import health.strand.access.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * That the privacy officer may read one record in a half-open span, to look into something about it (consent paper, section
 * 3.2, step 5): all that decisions are made by. Why is in the Task of the case.
 *
 * @param officer like {@code Practitioner/x}
 */
public record PrivacyCase(UUID id, String officer, PatientId patient, Instant starts, Instant until) {

    /** How long a case is open that nobody closes. */
    public static final Duration LASTS = Duration.ofDays(30);

    /** Whether it is open at a moment. */
    public boolean holds(Instant at) {
        return !starts.isAfter(at) && at.isBefore(until);
    }
}
