package health.strand.enforcement;

import health.strand.access.Assurance;
import health.strand.access.ClientRole;
import health.strand.access.ClinicRole;
import health.strand.access.PatientId;
import health.strand.access.Requester;
import health.strand.access.RequesterKind;
import health.strand.careteam.ClinicRoles;
import health.strand.smart.SmartToken;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says who stands behind a token: the token names a person or a system, the clinic's registry says what they are. */
public final class Requesters {

    private final ClinicRoles roles;
    private final Function<String, ClientRole> clients;
    private final Function<String, Set<PatientId>> represented;
    private final Function<SmartToken, Assurance> assurance;
    private final OpenedRecords opened;

    /**
     * @param clients on whose behalf an app works, by its client id
     * @param represented the patients somebody may act for now, by {@code RelatedPerson/x}
     * @param assurance how it was shown who is behind a token
     * @param opened what is open in an emergency
     */
    public Requesters(
            ClinicRoles roles,
            Function<String, ClientRole> clients,
            Function<String, Set<PatientId>> represented,
            Function<SmartToken, Assurance> assurance,
            OpenedRecords opened) {
        this.represented = represented;
        this.assurance = assurance;
        this.opened = opened;
        this.roles = roles;
        this.clients = clients;
    }

    /** The requester as of this moment. */
    public Requester of(SmartToken token) {
        RequesterKind kind = kind(token);
        String user = token.fhirUserId();
        String person = user == null ? "" : token.fhirUserType() + "/" + user;
        Assurance shown = assurance.apply(token);
        Set<ClinicRole> held = kind == RequesterKind.STAFF && user != null ? roles.now(user) : Set.of();
        return new Requester(
                token.subject(),
                person,
                token.clientId(),
                clients.apply(token.clientId()),
                token.purpose(),
                kind,
                records(kind, user, person),
                token.patient(),
                held,
                token.scopes(),
                shown,
                opened.of(person, held, shown));
    }

    private Set<PatientId> records(RequesterKind kind, @Nullable String user, String person) {
        if (user == null) {
            return Set.of();
        }
        return switch (kind) {
            case PATIENT -> Set.of(new PatientId(user));
            case REPRESENTATIVE -> represented.apply(person);
            case STAFF, SYSTEM, UNKNOWN -> Set.of();
        };
    }

    private static RequesterKind kind(SmartToken token) {
        if (token.system()) {
            return RequesterKind.SYSTEM;
        }
        String type = token.fhirUserType();
        if (type == null) {
            return RequesterKind.UNKNOWN;
        }
        return switch (type) {
            case "Patient" -> RequesterKind.PATIENT;
            case "RelatedPerson" -> RequesterKind.REPRESENTATIVE;
            case "Practitioner" -> RequesterKind.STAFF;
            default -> RequesterKind.UNKNOWN;
        };
    }
}
