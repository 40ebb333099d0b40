package health.strand.enforcement;

import health.strand.access.ClientRole;
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

    /** @param clients on whose behalf an app works, by its client id */
    public Requesters(ClinicRoles roles, Function<String, ClientRole> clients) {
        this.roles = roles;
        this.clients = clients;
    }

    /** The requester as of this moment. */
    public Requester of(SmartToken token) {
        RequesterKind kind = kind(token);
        String user = token.fhirUserId();
        return new Requester(
                token.subject(),
                user == null ? "" : token.fhirUserType() + "/" + user,
                token.clientId(),
                clients.apply(token.clientId()),
                token.purpose(),
                kind,
                kind == RequesterKind.PATIENT ? own(user) : Set.of(),
                token.patient(),
                kind == RequesterKind.STAFF && user != null ? roles.now(user) : Set.of(),
                token.scopes());
    }

    private static Set<PatientId> own(@Nullable String user) {
        return user == null ? Set.of() : Set.of(new PatientId(user));
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
            case "Practitioner" -> RequesterKind.STAFF;
            default -> RequesterKind.UNKNOWN;
        };
    }
}
