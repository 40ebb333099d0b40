package health.strand.enforcement;

import health.strand.access.Assurance;
import health.strand.access.ClinicRole;
import health.strand.access.ImplicitPolicy;
import health.strand.access.PatientId;
import java.util.Set;
import java.util.function.Function;

/** The records somebody of the staff has open in an emergency; asked for only where there can be any. */
public final class OpenedRecords {

    private final ImplicitPolicy policy;
    private final Function<String, Set<PatientId>> opened;

    /**
     * @param policy says which roles may open records
     * @param opened the patients whose records somebody has open, by {@code Practitioner/x}
     */
    public OpenedRecords(ImplicitPolicy policy, Function<String, Set<PatientId>> opened) {
        this.policy = policy;
        this.opened = opened;
    }

    Set<PatientId> of(String person, Set<ClinicRole> held, Assurance shown) {
        return shown != Assurance.BASIC && policy.breaksGlass(held) ? opened.apply(person) : Set.of();
    }
}
