package health.strand.visibility;

import health.strand.access.AllPatients;
import health.strand.access.Audience;
import health.strand.access.DataClass;
import health.strand.access.OnlyPatients;
import health.strand.access.PatientId;
import health.strand.access.PatientReach;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reach;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one database transaction may see and write, in the form the policies read: data class numbers, patient ids or
 * {@code *}, and the audiences whose grants count. A transaction without keys sees nothing.
 *
 * @param everywhere classes seen in everybody's record, but for what is withheld
 * @param intake classes written into anybody's record
 * @param audiences in one order
 * @param turns names of things transactions must do one after the other, sorted
 */
record TransactionKeys(
        String patients,
        String readable,
        String writable,
        String everywhere,
        String intake,
        List<Audience> audiences,
        String client,
        List<String> turns) {

    private static final String CONFORMANCE_CLASS = String.valueOf(DataClass.CONFORMANCE.number());

    /** HAPI's own housekeeping: conformance resources and the registry, nothing about patients. */
    static final TransactionKeys CONFORMANCE = new TransactionKeys(
            "", CONFORMANCE_CLASS, CONFORMANCE_CLASS, CONFORMANCE_CLASS, "", List.of(), "", List.of());

    static TransactionKeys of(Reach reach, List<String> turns) {
        return new TransactionKeys(
                patients(reach.patients()),
                numbers(reach.readable()),
                numbers(reach.writable()),
                numbers(reach.capacity().everywhere()),
                numbers(reach.capacity().intake()),
                reach.capacity().audiences().stream()
                        .sorted(java.util.Comparator.comparing(Audience::reader).thenComparing(Audience::purpose))
                        .toList(),
                reach.capacity().client(),
                List.copyOf(turns));
    }

    String[] readers() {
        return audiences.stream().map(Audience::reader).toArray(String[]::new);
    }

    String[] purposes() {
        return audiences.stream().map(each -> each.purpose().code()).toArray(String[]::new);
    }

    boolean reads(DataClass dataClass) {
        return isAmong(dataClass, readable);
    }

    /** Whether it writes this class into anybody's record. */
    boolean takesIn(DataClass dataClass) {
        return isAmong(dataClass, intake);
    }

    private static boolean isAmong(DataClass dataClass, String numbers) {
        return List.of(numbers.split(",")).contains(String.valueOf(dataClass.number()));
    }

    /** The person behind it, when they come for that purpose. */
    Optional<String> person(PurposeOfUse purpose) {
        return audiences.stream()
                .filter(each -> each.isPersonFor(purpose))
                .map(Audience::reader)
                .findFirst();
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
