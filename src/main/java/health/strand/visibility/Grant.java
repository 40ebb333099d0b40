package health.strand.visibility;

import health.strand.access.Audience;
import java.time.Instant;

/**
 * That an audience may see a cell, or may not, in a half-open span.
 *
 * @param client the app through which, or empty for any
 */
record Grant(Audience audience, String client, Instant starts, Instant until) {}
