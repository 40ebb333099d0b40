package health.strand.visibility;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.consent.Withholding;
import health.strand.labeling.DataClassifier;
import health.strand.labeling.PatientSubjects;
import health.strand.labeling.SecurityLabeler;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;

/**
 * Puts each resource in its cell when it is stored. Reads look everywhere: which rows are there for whom is the
 * database's business.
 */
@Interceptor
public final class CellAssignment {

    private static final String PUT_IN = CellAssignment.class.getName();

    private final Cells cells;
    private final Kinship kinship;
    private final SecurityLabeler labeler;
    private final PatientSubjects subjects;
    private final TraitsReader traits;

    CellAssignment(
            Cells cells, Kinship kinship, SecurityLabeler labeler, PatientSubjects subjects, TraitsReader traits) {
        this.labeler = labeler;
        this.cells = cells;
        this.kinship = kinship;
        this.subjects = subjects;
        this.traits = traits;
    }

    /** Every read may look at all cells. */
    @Hook(Pointcut.STORAGE_PARTITION_IDENTIFY_READ)
    public RequestPartitionId everywhere(RequestDetails request) {
        return RequestPartitionId.allPartitions();
    }

    /** A new resource goes to its cell; one that is stored already stays where it is until it is moved. */
    @Hook(Pointcut.STORAGE_PARTITION_IDENTIFY_CREATE)
    public RequestPartitionId cellOf(IBaseResource written, RequestDetails request) {
        Resource resource = (Resource) written;
        if (hasNoCell(resource)) {
            return RequestPartitionId.defaultPartition();
        }
        if (resource instanceof Provenance) {
            // who may write it hangs on what it is about
            labeler.raise(resource, kinship.labels(resource));
        }
        OptionalInt stored = stored(resource);
        int cell = stored.isPresent() ? stored.getAsInt() : cell(resource);
        putIn(resource, cell);
        return RequestPartitionId.fromPartitionId(cell);
    }

    /** HAPI keeps these in its default partition; they are about nobody. */
    static boolean hasNoCell(Resource resource) {
        return "Questionnaire".equals(resource.fhirType())
                || DataClass.possibleFor(resource.fhirType()).contains(DataClass.CONFORMANCE);
    }

    /** Notes where a resource was put. */
    static void putIn(Resource resource, int cell) {
        resource.setUserData(PUT_IN, cell);
    }

    /** The cell in which a resource was found, or put a moment ago. */
    static OptionalInt of(Resource resource) {
        if (resource.getUserData(PUT_IN) instanceof Integer cell) {
            return OptionalInt.of(cell);
        }
        return resource.getUserData(Constants.RESOURCE_PARTITION_ID) instanceof RequestPartitionId partition
                        && partition.hasPartitionIds()
                        && partition.getFirstPartitionIdOrNull() != null
                ? OptionalInt.of(partition.getFirstPartitionIdOrNull())
                : OptionalInt.empty();
    }

    /** Whether the resource was put into this very cell when it was stored a moment ago. */
    static boolean isPutIn(Resource resource, int cell) {
        return Integer.valueOf(cell).equals(resource.getUserData(PUT_IN));
    }

    private OptionalInt stored(Resource resource) {
        if (!resource.getIdElement().hasIdPart() || PlannedIds.isPlanned(resource)) {
            return OptionalInt.empty();
        }
        return cells.current(resource.fhirType(), resource.getIdElement().getIdPart());
    }

    /**
     * Where a changed resource belongs: all its versions lie in one cell, so it is about every patient any version
     * names, and as guarded as its most guarded version.
     */
    int cellOfAllVersions(Resource resource) {
        Kinship.About about = kinship.about(resource);
        Set<PatientId> patients = patients(resource, about);
        DataClass dataClass = about.kind();
        Traits now = withheld(resource, traits.of(resource, patients, dataClass));
        OptionalInt stored =
                cells.current(resource.fhirType(), resource.getIdElement().getIdPart());
        if (stored.isEmpty() || stored.getAsInt() >> Cells.CLASS_BITS == 0) {
            return cells.cell(patients, dataClass, now);
        }
        Cell before = cells.describe(stored.getAsInt());
        patients.addAll(before.patients());
        return cells.cell(
                patients, DataClassifier.moreGuarded(before.dataClass(), dataClass), now.and(before.traits()));
    }

    int cell(Resource resource) {
        Kinship.About about = kinship.about(resource);
        Set<PatientId> patients = patients(resource, about);
        DataClass dataClass = about.kind();
        if (patients.isEmpty()) {
            return dataClass.number();
        }
        return cells.cell(patients, dataClass, withheld(resource, traits.of(resource, patients, dataClass)));
    }

    /** What was made from something is kept from the patient for as long as that is. */
    private Traits withheld(Resource resource, Traits own) {
        if (!Withholding.isLabelled(resource)) {
            return own;
        }
        Traits all = own;
        for (int source : cells.current(kinship.all(resource)).values()) {
            if (source >> Cells.CLASS_BITS != 0) {
                all = all.withheldAs(cells.describe(source).traits());
            }
        }
        return all;
    }

    /** The patient whose record a Patient resource is, once it is known under which id it will be kept. */
    Optional<PatientId> patientItself(Resource resource) {
        return resource instanceof Patient ? named(resource).stream().findFirst() : Optional.empty();
    }

    /** Those it names, and those of the records it is about. */
    private Set<PatientId> patients(Resource resource, Kinship.About about) {
        Set<PatientId> patients = new HashSet<>(named(resource));
        about.cells().forEach(cell -> patients.addAll(cells.patients(cell)));
        about.entries().forEach(entry -> patients.addAll(named(entry)));
        return patients;
    }

    private Set<PatientId> named(Resource resource) {
        return PlannedIds.patientItself(resource)
                .map(Set::of)
                .orElseGet(() -> subjects.of(resource, PlannedIds.resolverOf(resource)));
    }
}
