package health.strand.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose data a scope's context opens to a requester; a context that does not fit the requester opens nobody's. */
final class ContextReach {

    private ContextReach() {}

    /** Empty when scopes of this context are of no use to the requester. */
    static Optional<PatientReach> of(Requester requester, ScopeContext context) {
        return switch (requester.kind()) {
            case PATIENT, REPRESENTATIVE -> ofPatient(requester, context);
            case STAFF -> ofStaff(requester, context);
            case SYSTEM -> context == ScopeContext.SYSTEM ? Optional.of(new AllPatients()) : Optional.empty();
            case UNKNOWN -> Optional.empty();
        };
    }

    /** Whether the context suits this kind of requester, be there a patient in it or not. */
    static boolean fits(RequesterKind kind, ScopeContext context) {
        return switch (kind) {
            case PATIENT, REPRESENTATIVE, STAFF -> context != ScopeContext.SYSTEM;
            case SYSTEM -> context == ScopeContext.SYSTEM;
            case UNKNOWN -> false;
        };
    }

    /** The farthest any of the requester's scopes goes, whatever it is for. */
    static PatientReach farthest(Requester requester) {
        PatientReach farthest = OnlyPatients.none();
        for (Scope scope : requester.scopes().all()) {
            farthest = farthest.or(of(requester, scope.context()).orElse(OnlyPatients.none()));
        }
        return farthest;
    }

    private static Optional<PatientReach> ofStaff(Requester requester, ScopeContext context) {
        return switch (context) {
            case PATIENT -> only(requester.contextPatient());
            case USER -> Optional.of(new AllPatients());
            case SYSTEM -> Optional.empty();
        };
    }

    private static Optional<PatientReach> ofPatient(Requester requester, ScopeContext context) {
        PatientId chosen = requester.contextPatient();
        if (chosen != null && requester.ownRecords().contains(chosen)) {
            return context == ScopeContext.SYSTEM ? Optional.empty() : only(chosen);
        }
        return switch (context) {
            case PATIENT -> chosen == null ? soleRecord(requester) : Optional.empty();
            case USER -> ownRecords(requester);
            case SYSTEM -> Optional.empty();
        };
    }

    /** Somebody with one record need not choose; with several, guessing could show the wrong one. */
    private static Optional<PatientReach> soleRecord(Requester requester) {
        return requester.ownRecords().size() == 1 ? ownRecords(requester) : Optional.empty();
    }

    private static Optional<PatientReach> ownRecords(Requester requester) {
        return requester.ownRecords().isEmpty()
                ? Optional.empty()
                : Optional.of(new OnlyPatients(requester.ownRecords()));
    }

    private static Optional<PatientReach> only(@Nullable PatientId patient) {
        return Optional.ofNullable(patient).map(OnlyPatients::of);
    }
}
