package health.strand.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requesters for tests. */
final class Requesters {

    static final PatientId ANA = new PatientId("ana");
    static final PatientId BEN = new PatientId("ben");

    private Requesters() {}

    static Requester staff(Scopes scopes, ClinicRole... roles) {
        return requester(RequesterKind.STAFF, Set.of(), null, Set.of(roles), scopes);
    }

    static Requester staffWith(PatientId context, Scopes scopes, ClinicRole... roles) {
        return requester(RequesterKind.STAFF, Set.of(), context, Set.of(roles), scopes);
    }

    static Requester patient(Scopes scopes, @Nullable PatientId context, PatientId... ownRecords) {
        return requester(RequesterKind.PATIENT, Set.of(ownRecords), context, Set.of(), scopes);
    }

    static Requester system(Scopes scopes) {
        return requester(RequesterKind.SYSTEM, Set.of(), null, Set.of(), scopes);
    }

    static Requester requester(
            RequesterKind kind,
            Set<PatientId> ownRecords,
            @Nullable PatientId context,
            Set<ClinicRole> roles,
            Scopes scopes) {
        return requester(kind, ownRecords, context, roles, scopes, true);
    }

    static Requester requester(
            RequesterKind kind,
            Set<PatientId> ownRecords,
            @Nullable PatientId context,
            Set<ClinicRole> roles,
            Scopes scopes,
            boolean strong) {
        return new Requester(
                "subject",
                "Practitioner/p",
                "client",
                ClientRole.OWN,
                TokenPurpose.none(),
                kind,
                ownRecords,
                context,
                roles,
                scopes,
                strong ? Assurance.STRONG : Assurance.BASIC,
                Set.of());
    }

    /** Everything a scope of this context can say, about every type. */
    static Scope everything(ScopeContext context) {
        return Scope.of(context, Scope.ANY_TYPE, Permission.CREATE, Permission.values());
    }

    static Scopes allUser() {
        return Scopes.of(everything(ScopeContext.USER));
    }

    static Scopes allPatient() {
        return Scopes.of(everything(ScopeContext.PATIENT));
    }

    static Demand read(String type) {
        return new Demand(type, Permission.READ);
    }

    static Demand create(String type) {
        return new Demand(type, Permission.CREATE);
    }
}
