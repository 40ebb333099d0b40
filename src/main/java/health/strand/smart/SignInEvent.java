package health.strand.smart;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody signed in or out, or got a token, or tried to.
 *
 * @param id the same however often it is told
 * @param fhirUser the resource that stands for the person, like {@code Patient/x}; null for an app, or when nobody knows
 * @param clientId in which app; null when it was in none
 * @param address from where, as the authorization server sees it
 * @param grant by what a token was asked for
 * @param error why it came to nothing, in a word; null when it did not
 */
public record SignInEvent(
        UUID id,
        Deed deed,
        @Nullable String fhirUser,
        @Nullable String clientId,
        @Nullable String address,
        @Nullable String grant,
        @Nullable String error,
        Instant at)
        implements SetEvent {

    /** What was done. */
    public enum Deed {
        LOGIN,
        LOGOUT,
        TOKEN
    }
}
