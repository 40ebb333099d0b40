package health.strand.visibility;

import java.time.Instant;

/** A resource as it is stored, and when it last changed. */
public record StoredText(String body, Instant changed) {}
