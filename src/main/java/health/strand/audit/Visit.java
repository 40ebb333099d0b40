package health.strand.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person did in one app and in the same roles, added up.
 *
 * @param person such as {@code Practitioner/x}; null for a system
 * @param roles codes of the roles in which they acted
 * @param purposes codes of v3-ActReason
 * @param times how often
 */
public record Visit(
        @Nullable String person,
        String client,
        List<String> roles,
        List<String> purposes,
        int times,
        Instant first,
        Instant last) {

    public Visit {
        roles = List.copyOf(roles);
        purposes = List.copyOf(purposes);
    }
}
