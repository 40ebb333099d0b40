package health.strand.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The person or app asking.
 *
 * @param ownRecords the records of which this person is the patient
 * @param contextPatient the patient the app was launched for, if any
 * @param roles from the clinic's registry as it is now, never from the token
 */
public record Requester(
        String subject,
        String clientId,
        RequesterKind kind,
        Set<PatientId> ownRecords,
        @Nullable PatientId contextPatient,
        Set<ClinicRole> roles,
        Scopes scopes) {

    public Requester {
        ownRecords = Set.copyOf(ownRecords);
        roles = Set.copyOf(roles);
    }
}
