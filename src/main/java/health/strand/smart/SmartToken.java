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
 * @param issuedAt when it was issued; long ago when it does not say
 * @param acr how it was shown who the user is, in the words of the authorization server
 * @param authenticatedAt when that was
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
        Instant issuedAt,
        Instant expiresAt,
        @Nullable String acr,
        @Nullable Instant authenticatedAt,
        boolean system) {}
