package health.strand.access;

import java.util.ArrayList;
import java.util.List;

/** The ways in which a requester's scopes cover a demand. */
final class CoveringScopes {

    private CoveringScopes() {}

    /** One allowance for each usable scope that covers the demand. */
    static List<Allowance> allowances(Requester requester, Demand demand) {
        return requester
                .scopes()
                .covering(demand)
                .flatMap(scope -> ContextReach.of(requester, scope.context()).stream()
                        .map(patients -> new Allowance(patientsOf(demand, patients), scope.restrictions())))
                .toList();
    }

    /** The same allowances held to a reach, without those that another one makes needless. */
    static List<Allowance> within(PatientReach cap, List<Allowance> allowances) {
        List<Allowance> needed = new ArrayList<>();
        for (Allowance each : allowances) {
            Allowance held = each.within(cap);
            if (needed.stream().noneMatch(other -> other.implies(held))) {
                needed.removeIf(held::implies);
                needed.add(held);
            }
        }
        return List.copyOf(needed);
    }

    /** Everybody any of the allowances speaks of. */
    static PatientReach patients(List<Allowance> allowances) {
        PatientReach patients = OnlyPatients.none();
        for (Allowance each : allowances) {
            patients = patients.or(each.patients());
        }
        return patients;
    }

    /** What belongs to no patient is not narrowed by one. */
    private static PatientReach patientsOf(Demand demand, PatientReach patients) {
        return ClassesByType.canBeAboutPatients(demand.resourceType()) ? patients : new AllPatients();
    }
}
