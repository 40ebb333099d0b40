package health.strand.labeling;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import health.strand.access.PatientId;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Finds the patients a resource is about. Wider than the Patient compartment of R4, which forgets Task, Device and
 * Binary: whatever refers to a patient anywhere is about that patient, and whoever may not see all of them does not
 * see the resource.
 */
public final class PatientSubjects {

    private static final int MOST = 50;

    private final FhirTerser terser;

    public PatientSubjects(FhirContext context) {
        this.terser = context.newTerser();
    }

    /**
     * The patients, sorted. References that are not literal {@code Patient/id} are first given to {@code resolve},
     * which turns the {@code urn:uuid} of a transaction into the id that entry will get.
     *
     * @throws TooManyPatients when the resource names more than 50 patients
     */
    public Set<PatientId> of(Resource resource, UnaryOperator<String> resolve) {
        Set<PatientId> patients = new TreeSet<>(java.util.Comparator.comparing(PatientId::value));
        if (resource instanceof Patient) {
            // inside a transaction it may still bear the name of its entry
            if (PatientId.isValid(String.valueOf(resource.getIdElement().getIdPart()))
                    && resource.getIdElement().hasIdPart()) {
                patients.add(new PatientId(resource.getIdElement().getIdPart()));
            }
            return patients;
        }
        for (ResourceReferenceInfo reference : terser.getAllResourceReferences(resource)) {
            add(
                    patients,
                    resolve.apply(reference
                            .getResourceReference()
                            .getReferenceElement()
                            .getValue()));
        }
        if (patients.size() > MOST) {
            throw new TooManyPatients(MOST);
        }
        return patients;
    }

    private static void add(Set<PatientId> patients, @org.jspecify.annotations.Nullable String reference) {
        if (reference == null || reference.startsWith("#")) {
            return;
        }
        IIdType id = new IdType(reference);
        // a query in place of an id is resolved by the time the resource is stored, and looked at again
        if ("Patient".equals(id.getResourceType()) && id.hasIdPart() && PatientId.isValid(id.getIdPart())) {
            patients.add(new PatientId(id.getIdPart()));
        }
    }

    /** A resource named more patients than one record may. */
    public static final class TooManyPatients extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyPatients(int most) {
            super("a resource may name at most " + most + " patients");
        }
    }
}
