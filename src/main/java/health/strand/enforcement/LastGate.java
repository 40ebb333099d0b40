package health.strand.enforcement;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.DataClass;
import health.strand.access.OnlyPatients;
import health.strand.access.PatientId;
import health.strand.access.Reach;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/**
 * Looks at every answer once more before it goes out: nothing in it may be of a class, or name a patient, that was not
 * decided to be within reach. The database has seen to that already, so what does not pass is a fault of ours; then nothing
 * of the answer goes out.
 */
final class LastGate {

    private static final Set<RestOperationTypeEnum> WRITES = EnumSet.of(
            RestOperationTypeEnum.CREATE,
            RestOperationTypeEnum.UPDATE,
            RestOperationTypeEnum.PATCH,
            RestOperationTypeEnum.DELETE,
            RestOperationTypeEnum.TRANSACTION,
            RestOperationTypeEnum.BATCH,
            RestOperationTypeEnum.EXTENDED_OPERATION_TYPE,
            RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE);

    private static final String PATIENT = "Patient/";

    private final Function<Resource, DataClass> classes;

    LastGate(Function<Resource, DataClass> classes) {
        this.classes = classes;
    }

    /**
     * Lets an answer pass.
     *
     * @param named what the answer names, each {@code Type/id}
     * @throws OutOfReach if something in it is out of reach
     */
    void pass(RequestDetails request, IBaseResource answer, Set<String> named) {
        Optional<Reach> reach = DecidedReach.of(request);
        if (reach.isEmpty()) {
            look(answer, EnumSet.noneOf(DataClass.class));
            return;
        }
        Set<DataClass> within = EnumSet.noneOf(DataClass.class);
        within.addAll(reach.get().readable());
        if (WRITES.contains(request.getRestOperationType())) {
            // what somebody wrote may come back to them
            within.addAll(reach.get().writable());
        }
        look(answer, within);
        if (reach.get().patients() instanceof OnlyPatients only
                && named.stream().anyMatch(each -> isAnother(each, only.patients()))) {
            throw new OutOfReach("a patient");
        }
    }

    private static boolean isAnother(String reference, Set<PatientId> reached) {
        if (!reference.startsWith(PATIENT)) {
            return false;
        }
        String id = reference.substring(PATIENT.length());
        return !PatientId.isValid(id) || !reached.contains(new PatientId(id));
    }

    private void look(IBaseResource answer, Set<DataClass> within) {
        boolean out = AnsweredResources.in(answer).stream()
                .anyMatch(each -> isOfTheRecord(each) && !within.contains(classes.apply(each)));
        if (out) {
            throw new OutOfReach("a class");
        }
    }

    private static boolean isOfTheRecord(Resource resource) {
        return resource.getIdElement().hasIdPart()
                && !(resource instanceof OperationOutcome)
                && !(resource instanceof CapabilityStatement);
    }

    /** Something that was not to be shown was about to be. */
    static final class OutOfReach extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        OutOfReach(String what) {
            super("an answer held " + what + " out of reach");
        }
    }
}
