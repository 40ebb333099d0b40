package health.strand.audit;

import health.strand.access.PatientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which disclosures are accounted for.
 *
 * @param from inclusive
 * @param until exclusive
 * @param purpose a code of v3-ActReason; null for all
 * @param recipient an app, by its client id; null for all
 * @param everybody whether the requester reads the trail of everybody
 * @param most how many, at most
 */
public record DisclosureQuery(
        PatientId patient,
        Instant from,
        Instant until,
        @Nullable String purpose,
        @Nullable String recipient,
        boolean everybody,
        int most) {}
