package health.strand.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.access.Reach;
import health.strand.access.Requester;
import health.strand.emergency.Emergencies;
import health.strand.emergency.Emergency;
import health.strand.emergency.OpenRecord;
import health.strand.enforcement.CurrentRequester;
import health.strand.enforcement.DecidedReach;
import health.strand.enforcement.EmergencyDoor;
import health.strand.visibility.DecidedTransactions;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;

/** Opening records in emergencies, looking at what was opened, and the review of it (consent paper, section 3.4). */
public final class EmergencyOperations {

    private static final String DEFINITION = "https://strand.health/fhir/OperationDefinition/";
    private static final String NOTICE =
            "Reading only, for one hour. Pictures of faces, genetic data and what the patient keeps closed in emergencies"
                    + " stay closed. The patient has been told, and the privacy officer will look into it.";

    private final EmergencyDoor door;
    private final EmergencyRecord record;
    private final Emergencies emergencies;
    private final DecidedTransactions reads;

    EmergencyOperations(
            EmergencyDoor door, EmergencyRecord record, Emergencies emergencies, DecidedTransactions reads) {
        this.door = door;
        this.record = record;
        this.emergencies = emergencies;
        this.reads = reads;
    }

    /** Opens the record of a patient the requester does not treat. */
    @Operation(name = "$break-glass", typeName = "Patient", canonicalUrl = DEFINITION + "break-glass")
    public Parameters open(@IdParam IdType id, @ResourceParam @Nullable IBaseResource body, RequestDetails request) {
        Requester requester = requester(request);
        door.pass(requester);
        OpenRecord opened = EmergencyAsked.in(body)
                .filter(asked -> PatientId.isValid(id.getIdPart()))
                .flatMap(asked -> record.open(requester.person(), id.getIdPart(), asked))
                .orElseThrow(EmergencyDoor::refused);
        Parameters answer = new Parameters();
        answer.addParameter("until", new InstantType(Date.from(opened.until())));
        answer.addParameter("notice", new StringType(NOTICE));
        return answer;
    }

    /**
     * Who has opened a patient's record and why, the latest first; without a patient those that wait for a review, the
     * earliest first. For whoever reads the trail.
     */
    @Operation(
            name = "$emergencies",
            typeName = "Patient",
            idempotent = true,
            canonicalUrl = DEFINITION + "emergencies")
    public Parameters list(@IdParam(optional = true) @Nullable IdType id, RequestDetails request) {
        Reach reach = DecidedReach.of(request).orElseGet(Reach::nothing);
        Parameters answer = new Parameters();
        Objects.requireNonNull(reads.within(reach, () -> found(id))).forEach(each -> answer.addParameter(part(each)));
        return answer;
    }

    private List<Emergency> found(@Nullable IdType id) {
        if (id == null) {
            return emergencies.waiting();
        }
        return PatientId.isValid(id.getIdPart()) ? emergencies.about(new PatientId(id.getIdPart())) : List.of();
    }

    /** What the privacy officer says of one. Whoever opened a record without need opens none any more. */
    @Operation(name = "$review", typeName = "Task", canonicalUrl = DEFINITION + "review")
    public Parameters review(@IdParam IdType id, @ResourceParam @Nullable IBaseResource body, RequestDetails request) {
        Reach reach = DecidedReach.of(request).orElseGet(Reach::nothing);
        boolean officer = reach.isOfEverybody(DataClass.PRIVACY)
                && !requester(request).person().isEmpty();
        if (!officer) {
            throw new ForbiddenOperationException("access denied: emergencies are reviewed by the privacy officer");
        }
        Task reviewed =
                record.review(id.getIdPart(), justified(body)).orElseThrow(() -> new ResourceNotFoundException(id));
        Parameters answer = new Parameters();
        answer.addParameter().setName("task").setResource(reviewed);
        return answer;
    }

    private static boolean justified(@Nullable IBaseResource body) {
        String said = body instanceof Parameters parameters
                        && parameters.getParameter().size() == 1
                        && parameters.hasParameter("outcome")
                        && parameters.getParameter("outcome").getValue() instanceof PrimitiveType<?> code
                ? code.getValueAsString()
                : "";
        return switch (said) {
            case "justified" -> true;
            case "unjustified" -> false;
            default ->
                throw new InvalidRequestException(
                        "the body is Parameters with one `outcome`, `justified` or `unjustified`");
        };
    }

    private static ParametersParameterComponent part(Emergency emergency) {
        ParametersParameterComponent part = new ParametersParameterComponent().setName("emergency");
        part.addPart().setName("identifier").setValue(new UriType("urn:uuid:" + emergency.id()));
        // no reference: the privacy officer is told whose record it was, and does not see the patient
        part.addPart()
                .setName("patient")
                .setValue(new IdType(emergency.patient().value()));
        part.addPart().setName("person").setValue(new Reference(emergency.practitioner()));
        part.addPart()
                .setName("reason")
                .setValue(new CodeType(emergency.reason().code()));
        part.addPart().setName("explanation").setValue(new StringType(emergency.explanation()));
        part.addPart().setName("start").setValue(new InstantType(Date.from(emergency.starts())));
        part.addPart().setName("end").setValue(new InstantType(Date.from(emergency.until())));
        Emergency.Review review = emergency.review();
        if (review != null) {
            part.addPart().setName("outcome").setValue(new CodeType(review.justified() ? "justified" : "unjustified"));
            part.addPart().setName("reviewed").setValue(new InstantType(Date.from(review.at())));
        }
        return part;
    }

    private static Requester requester(RequestDetails request) {
        return CurrentRequester.of(request).orElseThrow(EmergencyDoor::refused);
    }
}
