package health.strand.visibility;

import health.strand.access.Audience;
import health.strand.access.DecidingConsent;
import java.time.Instant;

/**
 * That it was by a consent that an audience may see a cell, or may not, in a half-open span.
 *
 * @param client the app through which, or empty for any
 * @param permits whether it may
 */
record Reliance(
        Audience audience, String client, boolean permits, DecidingConsent consent, Instant starts, Instant until) {}
