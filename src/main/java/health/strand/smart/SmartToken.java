package health.strand.smart;

import health.strand.access.PatientId;
import health.strand.access.Scopes;
import health.strand.access.TokenPurpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a verified access token says.
 *
 * @param fhirUserType the type of the resource that stands for the user, like `Practitioner`
 * @param patient the patient in the launch context
 * @param purpose what the data are asked for, as far as the token says
 * @param sessionId the session at the authorization server, for logout
 * @param system whether a back-end client holds it for itself, with no user behind it
 */
public record SmartToken(
        String subject,
        String clientId,
        @Nullable String fhirUserType,
        @Nullable String fhirUserId,
        @Nullable PatientId patient,
        Scopes scopes,
        TokenPurpose purpose,
        @Nullable String sessionId,
        Instant expiresAt,
        boolean system) {}
