package health.strand.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The person or app asking.
 *
 * @param person the resource that stands for the person, like {@code Practitioner/x}; empty for a system
 * @param clientRole on whose behalf the app works
 * @param purpose what the token says it is for, if it says so
 * @param ownRecords the records of which this person is the patient, or which a mandate opens to them now
 * @param contextPatient the patient the app was launched for, if any
 * @param roles from the clinic's registry as it is now, never from the token
 * @param assurance how it was shown who is asking
 * @param emergencies the patients whose records this person has opened in an emergency that is not over
 */
public record Requester(
        String subject,
        String person,
        String clientId,
        ClientRole clientRole,
        TokenPurpose purpose,
        RequesterKind kind,
        Set<PatientId> ownRecords,
        @Nullable PatientId contextPatient,
        Set<ClinicRole> roles,
        Scopes scopes,
        Assurance assurance,
        Set<PatientId> emergencies) {

    public Requester {
        ownRecords = Set.copyOf(ownRecords);
        roles = Set.copyOf(roles);
        emergencies = Set.copyOf(emergencies);
    }

    /** Whether it was shown by more than a password, and not too long ago, who is asking. */
    public boolean strong() {
        return assurance != Assurance.BASIC;
    }

    /** The same after a stronger log-in. */
    Requester strongly() {
        return new Requester(
                subject,
                person,
                clientId,
                clientRole,
                purpose,
                kind,
                ownRecords,
                contextPatient,
                roles,
                scopes,
                Assurance.STRONG,
                emergencies);
    }

    /** The roles in which the requester acts: those there for the token's purpose, or all when it names none. */
    public Set<ClinicRole> actingRoles() {
        return roles.stream().filter(role -> purpose.includes(role.purpose())).collect(Collectors.toUnmodifiableSet());
    }
}
