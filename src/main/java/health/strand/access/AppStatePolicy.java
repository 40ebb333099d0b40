package health.strand.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for what apps keep for themselves. The record's rules on scopes and purposes hold for it; it has no data class,
 * for nobody knows what is in it, and is open to the app alone that keeps it.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/app-state.html">SMART App State</a>
 */
public final class AppStatePolicy {

    /** The type of resource apps keep their state in, and scopes speak of. */
    public static final String TYPE = "Basic";

    // INVARIANT: written out here, so that no rule can go missing without this file changing.
    private static final List<AccessRule> RULES =
            List.of(new KnownRequesterRule(), new PurposeRule(), new ScopeRule(), new BelongingRule());

    /** Says how far a request reaches that does this with what the requester's app keeps. */
    public AppStateDecision decide(Requester requester, Permission permission) {
        Demand demand = new Demand(TYPE, permission);
        List<Objection> objections = RULES.stream()
                .map(rule -> rule.objectTo(requester, demand))
                .flatMap(Optional::stream)
                .toList();
        return objections.isEmpty() ? permit(requester, demand) : AppStateDecision.deny(objections);
    }

    private static AppStateDecision permit(Requester requester, Demand demand) {
        List<AppStateAllowance> allowances = requester
                .scopes()
                .covering(demand)
                .flatMap(scope -> ContextReach.of(requester, scope.context()).stream()
                        .map(patients -> allowance(requester, demand.permission(), scope, patients)))
                .toList();
        PatientReach patients = OnlyPatients.none();
        for (AppStateAllowance each : allowances) {
            patients = patients.or(each.patients());
        }
        boolean wide = allowances.stream().anyMatch(AppStateAllowance::wide);
        return new AppStateDecision(
                List.of(),
                new Reach(Entitlement.of(requester).readable(), Set.of(), patients, Capacities.of(requester)),
                requester.clientId(),
                wide ? requester.person() : "",
                allowances.stream().anyMatch(AppStateAllowance::common),
                allowances);
    }

    private static AppStateAllowance allowance(
            Requester requester, Permission permission, Scope scope, PatientReach patients) {
        boolean wide = scope.context() != ScopeContext.PATIENT;
        return new AppStateAllowance(
                patients, wide, wide && (!permission.writes() || setsUp(requester.kind())), scope.restrictions());
    }

    /** Who writes what all of an app's users read. */
    private static boolean setsUp(RequesterKind kind) {
        return switch (kind) {
            case STAFF, SYSTEM -> true;
            case PATIENT, REPRESENTATIVE, UNKNOWN -> false;
        };
    }
}
