package health.strand.careteam;

import health.strand.access.PatientId;
import java.time.Instant;

/**
 * One reason why a patient is known at the desk, and the half-open span in which it holds.
 *
 * @param source the resource that says so, like {@code Appointment/x}
 */
public record Booking(String source, PatientId patient, Instant starts, Instant until) {

    /** Whether it holds at an instant. */
    public boolean holds(Instant at) {
        return !starts.isAfter(at) && at.isBefore(until);
    }
}
