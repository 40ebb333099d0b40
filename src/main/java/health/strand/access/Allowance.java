package health.strand.access;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One way in which a demand is covered: resources of these patients that meet every restriction.
 *
 * <p>Patients and restrictions stay together because one token may hold a scope for one patient's whole record beside
 * a restricted scope for everybody's; read apart, they would open everybody's whole record.
 */
public record Allowance(PatientReach patients, List<SearchRestriction> restrictions) {

    public Allowance {
        restrictions = List.copyOf(restrictions);
    }

    /** Whether it lets through a resource of this class and these patients for which the given restrictions hold. */
    public boolean admits(DataClass dataClass, Set<PatientId> patientsOfResource, Predicate<SearchRestriction> holds) {
        return (!dataClass.aboutPatients() || patients.includes(patientsOfResource))
                && restrictions.stream().allMatch(holds);
    }

    /** Whether it lets through all that the other does. */
    boolean implies(Allowance other) {
        return patients.covers(other.patients) && Set.copyOf(other.restrictions).containsAll(restrictions);
    }

    Allowance within(PatientReach cap) {
        return new Allowance(patients.and(cap), restrictions);
    }
}
