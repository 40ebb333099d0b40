package health.strand.access;

import java.util.Optional;

/** A scope the requester can use must cover the demand. */
final class ScopeRule implements AccessRule {

    @Override
    public Optional<Objection> objectTo(Requester requester, Demand demand) {
        if (requester.scopes().covering(demand).anyMatch(scope -> isUsable(requester, scope))) {
            return Optional.empty();
        }
        boolean lacksOnlyThePatient = requester
                .scopes()
                .covering(demand)
                .anyMatch(scope -> ContextReach.fits(requester.kind(), scope.context()));
        return Optional.of(
                lacksOnlyThePatient
                        ? Objection.of(Reason.NO_PATIENT_IN_CONTEXT, demand)
                        : new Objection(Reason.SCOPE_MISSING, demand, hint(requester.kind(), demand)));
    }

    private static boolean isUsable(Requester requester, Scope scope) {
        return ContextReach.of(requester, scope.context()).isPresent();
    }

    private static String hint(RequesterKind kind, Demand demand) {
        ScopeContext context = switch (kind) {
            case PATIENT, REPRESENTATIVE -> ScopeContext.PATIENT;
            case STAFF, UNKNOWN -> ScopeContext.USER;
            case SYSTEM -> ScopeContext.SYSTEM;
        };
        return Scope.of(context, demand.resourceType(), demand.permission()).toString();
    }
}
