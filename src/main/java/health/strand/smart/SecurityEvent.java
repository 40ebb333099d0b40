package health.strand.smart;

import org.jspecify.annotations.Nullable;

/**
 * What the authorization server says has ended.
 *
 * @param subject whose access
 * @param clientId in which app; in every one when it is null
 * @param sessionId of which session; of every one when it is null
 */
public record SecurityEvent(
        String subject, @Nullable String clientId, @Nullable String sessionId) {}
