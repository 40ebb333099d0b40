package health.strand.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.strand.access.PatientId;
import health.strand.access.Requester;
import health.strand.enforcement.CaseDoor;
import health.strand.enforcement.CurrentRequester;
import health.strand.oversight.CaseReason;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Cases of the privacy officer: what lets that office read one record, and ends it (consent paper, section 3.2, step 5). */
public final class CaseOperations {

    private static final String DEFINITION = "https://strand.health/fhir/OperationDefinition/";
    private static final String REASONS =
            Arrays.stream(CaseReason.values()).map(CaseReason::code).collect(Collectors.joining("`, `", "`", "`"));

    private final CaseDoor door;
    private final CaseRecord record;

    CaseOperations(CaseDoor door, CaseRecord record) {
        this.door = door;
        this.record = record;
    }

    /** Opens a case about a patient; the one that is open already, if there is. */
    @Operation(name = "$open-case", typeName = "Patient", canonicalUrl = DEFINITION + "open-case")
    public Parameters open(@IdParam IdType id, @ResourceParam @Nullable IBaseResource body, RequestDetails request) {
        Requester requester = requester(request);
        door.passToOpen(requester);
        Reasoned said = Reasoned.in(body).orElseThrow(CaseOperations::incomplete);
        CaseReason reason = CaseReason.fromCode(said.code()).orElseThrow(CaseOperations::incomplete);
        if (!PatientId.isValid(id.getIdPart())) {
            throw new ResourceNotFoundException(id);
        }
        return answer(record.open(requester.person(), id.getIdPart(), reason, said.explanation())
                .orElseThrow(() -> new ResourceNotFoundException(id)));
    }

    /** Closes one, by its Task; one that is over is told as it is. */
    @Operation(name = "$close-case", typeName = "Task", canonicalUrl = DEFINITION + "close-case")
    public Parameters close(@IdParam IdType id, RequestDetails request) {
        door.passToClose(requester(request));
        return answer(record.close(id.getIdPart()).orElseThrow(() -> new ResourceNotFoundException(id)));
    }

    private static Parameters answer(Task task) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("task").setResource(task);
        return answer;
    }

    private static InvalidRequestException incomplete() {
        return new InvalidRequestException("the body is Parameters with one `reason` of " + REASONS
                + " and one `explanation` of 20 characters at least");
    }

    private static Requester requester(RequestDetails request) {
        return CurrentRequester.of(request).orElseThrow(() -> new IllegalStateException("nobody asks"));
    }
}
