package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import health.strand.intake.PictureIntake;
import health.strand.labeling.PatientSubjects;
import health.strand.validation.Neighbours;
import health.strand.validation.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Lets no DICOM file of somebody else into a patient's record. It looks when all of a transaction is in its place; of a
 * patient who is not there for the writer nothing is compared, since the answer would tell of them.
 */
@Interceptor(order = DicomDoor.WHEN_ALL_IS_IN_PLACE)
public final class DicomDoor {

    static final int WHEN_ALL_IS_IN_PLACE = -790;

    private final Neighbours neighbours;
    private final PatientSubjects subjects;

    public DicomDoor(Neighbours neighbours, PatientSubjects subjects) {
        this.neighbours = neighbours;
        this.subjects = subjects;
    }

    /** After a resource is created. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource created) {
        look((Resource) created);
    }

    /** After a resource is changed. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void changed(IBaseResource before, IBaseResource after) {
        look((Resource) after);
    }

    private void look(Resource written) {
        if (PictureIntake.dicomIn(written).isEmpty()) {
            return;
        }
        List<Patient> patients = about(written)
                .flatMap(each -> find(each).stream())
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .toList();
        List<Problem> problems = PictureIntake.ofOthers(written, patients);
        if (!problems.isEmpty()) {
            throw Unprocessable.of(problems);
        }
    }

    /** Its patients; of a file that is kept with something else, those of that. */
    private Stream<String> about(Resource written) {
        Stream<Resource> beside = written instanceof Binary file
                ? find(file.getSecurityContext().getReference()).stream()
                : Stream.empty();
        return Stream.concat(Stream.of(written), beside)
                .flatMap(each -> subjects.of(each, UnaryOperator.identity()).stream())
                .map(each -> "Patient/" + each.value())
                .distinct();
    }

    private Optional<Resource> find(@Nullable String reference) {
        return reference == null ? Optional.empty() : neighbours.find(reference);
    }
}
