package health.strand.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The answer to a request: yes or no, every objection, and how far a yes reaches.
 *
 * <p>The reach bounds everything the request touches. Within it, each demand is covered by its allowances: a resource
 * is let through when at least one of them admits it. A demand that was not asked about, or was denied, has none.
 */
public record AccessDecision(
        Effect effect, List<Objection> objections, Reach reach, Map<Demand, List<Allowance>> allowances) {

    public AccessDecision {
        objections = List.copyOf(objections);
        allowances = Map.copyOf(allowances);
    }

    static AccessDecision deny(List<Objection> objections) {
        return new AccessDecision(Effect.DENY, objections, Reach.nothing(), Map.of());
    }

    static AccessDecision permit(Reach reach, Map<Demand, List<Allowance>> allowances) {
        return new AccessDecision(Effect.PERMIT, List.of(), reach, allowances);
    }

    /** Whether the effect is to permit. */
    public boolean permits() {
        return effect == Effect.PERMIT;
    }

    /** The ways in which a demand is covered; a single one holds for everybody within reach. */
    public List<Allowance> allowances(Demand demand) {
        return allowances.getOrDefault(demand, List.of());
    }

    /** Whether a demand is met for everything within reach, so that no scope's restriction needs checking. */
    public boolean isUnrestricted(Demand demand) {
        return allowances(demand).stream()
                .anyMatch(
                        each -> each.restrictions().isEmpty() && each.patients().covers(reach.patients()));
    }

    /** Whether some scope lets a resource of this class and these patients through for this demand. */
    public boolean admits(
            Demand demand, DataClass dataClass, Set<PatientId> patientsOfResource, Predicate<SearchRestriction> holds) {
        return allowances(demand).stream().anyMatch(each -> each.admits(dataClass, patientsOfResource, holds));
    }
}
