package health.strand.visibility;

import health.strand.access.Confidentiality;
import health.strand.access.DataClass;
import health.strand.access.DataCriterion;
import health.strand.access.Matter;
import health.strand.access.PatientId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A cell as decisions see it: resources that are decided alike. */
record Cell(int number, Set<PatientId> patients, DataClass dataClass, Traits traits) implements Matter {

    Cell {
        patients = Set.copyOf(patients);
    }

    @Override
    public Confidentiality confidentiality() {
        return traits.confidentiality();
    }

    @Override
    public Set<String> sensitivities() {
        return traits.sensitivities();
    }

    @Override
    public Set<String> performers() {
        return traits.performers();
    }

    @Override
    public @Nullable Instant withheldFromPatientUntil() {
        return traits.withheldFromPatientUntil();
    }

    @Override
    public boolean meets(DataCriterion criterion) {
        return traits.criteria().contains(CriterionKeys.of(criterion));
    }
}
