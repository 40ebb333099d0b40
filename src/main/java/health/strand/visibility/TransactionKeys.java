package health.strand.visibility;

import health.strand.access.AllPatients;
import health.strand.access.DataClass;
import health.strand.access.OnlyPatients;
import health.strand.access.PatientId;
import health.strand.access.PatientReach;
import health.strand.access.Reach;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one database transaction may see and write, in the form the policies read: data class numbers, and patient ids
 * or {@code *}. A transaction without keys sees nothing.
 *
 * @param turns names of things transactions must do one after the other, sorted
 */
record TransactionKeys(String patients, String readable, String writable, List<String> turns) {

    /** HAPI's own housekeeping: conformance resources and the registry, nothing about patients. */
    static final TransactionKeys CONFORMANCE = new TransactionKeys("", "12", "12", List.of());

    static TransactionKeys of(Reach reach, List<String> turns) {
        return new TransactionKeys(
                patients(reach.patients()), numbers(reach.readable()), numbers(reach.writable()), List.copyOf(turns));
    }

    private static String patients(PatientReach reach) {
        if (reach instanceof OnlyPatients only) {
            return only.patients().stream().map(PatientId::value).sorted().collect(Collectors.joining(","));
        }
        return reach instanceof AllPatients ? "*" : "";
    }

    private static String numbers(Set<DataClass> classes) {
        return classes.stream()
                .map(DataClass::number)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
