package health.strand.visibility;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;

/**
 * How the clinic reckons time.
 *
 * @param registration for how long whoever registers a patient treats them
 * @param known for how long the desk knows whom it has registered
 */
public record ClinicTime(Clock clock, ZoneId zone, Duration registration, Duration known) {}
