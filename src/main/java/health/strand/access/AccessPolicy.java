package health.strand.access;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of who may do what. Every rule is asked about every demand; there is one place that permits. */
public final class AccessPolicy {

    // INVARIANT: written out here, so that no rule can go missing without this file changing.
    private static final List<AccessRule> RULES = List.of(
            new KnownRequesterRule(),
            new PurposeRule(),
            new ScopeRule(),
            new EntitlementRule(),
            new PatientWriteRule());

    /** Permits the demands together or not at all. */
    public AccessDecision decide(Requester requester, List<Demand> demands) {
        if (demands.isEmpty()) {
            return AccessDecision.deny(List.of(new Objection(Reason.NOTHING_DEMANDED, null, "")));
        }
        List<Demand> distinct = List.copyOf(new LinkedHashSet<>(demands));
        List<Objection> objections = distinct.stream()
                .flatMap(demand -> RULES.stream().map(rule -> rule.objectTo(requester, demand)))
                .flatMap(Optional::stream)
                .toList();
        return objections.isEmpty() ? permit(requester, distinct) : AccessDecision.deny(objections);
    }

    /** How far any request of this requester can reach at most. */
    public Reach farthest(Requester requester) {
        DataClasses classes = Entitlement.of(requester);
        return new Reach(
                classes.readable(), classes.writable(), ContextReach.farthest(requester), Capacities.of(requester));
    }

    /** Whether a stronger log-in of the same requester would open genetic data to them, as far as roles go. */
    public boolean opensGeneticsWhenStrong(Requester requester) {
        return Entitlement.needsStrong(requester, DataClass.GENETIC);
    }

    private static AccessDecision permit(Requester requester, List<Demand> demands) {
        Map<Demand, List<Allowance>> found = new LinkedHashMap<>();
        PatientReach patients = ContextReach.farthest(requester);
        for (Demand demand : demands) {
            List<Allowance> allowances = CoveringScopes.allowances(requester, demand);
            found.put(demand, allowances);
            patients = patients.and(CoveringScopes.patients(allowances));
        }
        PatientReach reached = patients;
        found.replaceAll((demand, allowances) -> CoveringScopes.within(reached, allowances));
        DataClasses classes = Entitlement.of(requester);
        Reach reach = new Reach(classes.readable(), classes.writable(), reached, Capacities.of(requester));
        boolean writes = demands.stream().anyMatch(demand -> demand.permission().writes());
        return AccessDecision.permit(writes ? reach.withoutEmergencies() : reach, found);
    }
}
