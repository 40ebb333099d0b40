package health.strand.careteam;

import health.strand.access.PatientId;
import java.time.Instant;

/**
 * One reason why somebody treats a patient, and the half-open span in which it holds.
 *
 * @param source the resource that says so, like {@code CareTeam/x}
 * @param practitioner like {@code Practitioner/x}
 */
public record Treatment(String source, PatientId patient, String practitioner, Instant starts, Instant until) {}
