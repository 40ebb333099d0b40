package health.strand.smart;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the authorization server says has ended.
 *
 * @param subject whose access
 * @param clientId in which app; in every one when it is null
 * @param sessionId of which session; of every one when it is null
 * @param at when, by the clock that tokens are issued by; the same event taken in again ends nothing more
 */
public record SecurityEvent(
        String subject, @Nullable String clientId, @Nullable String sessionId, Instant at) implements SetEvent {}
