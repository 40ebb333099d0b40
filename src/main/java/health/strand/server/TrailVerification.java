package health.strand.server;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import health.strand.access.DataClass;
import health.strand.access.Reach;
import health.strand.audit.ChainCheck;
import health.strand.audit.ChainFault;
import health.strand.enforcement.DecidedReach;
import health.strand.visibility.DecidedTransactions;
import java.util.Locale;
import java.util.Objects;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** Says whether the audit trail is as it was recorded, and where it is not, to whoever reads all of it. */
public final class TrailVerification {

    private final ChainCheck check;
    private final DecidedTransactions reads;

    TrailVerification(ChainCheck check, DecidedTransactions reads) {
        this.check = check;
        this.reads = reads;
    }

    /** Looks at the whole chain. */
    @Operation(
            name = "$verify",
            typeName = "AuditEvent",
            idempotent = true,
            canonicalUrl = "https://strand.health/fhir/OperationDefinition/verify")
    public Parameters verify(RequestDetails request) {
        Reach reach = DecidedReach.of(request).orElseGet(Reach::nothing);
        if (!reach.isOfEverybody(DataClass.AUDIT)) {
            throw new ForbiddenOperationException("access denied: the trail is verified by who reads all of it");
        }
        ChainCheck.Result result = Objects.requireNonNull(reads.within(reach, check::run));
        Parameters answer = new Parameters();
        answer.addParameter("sound", new BooleanType(result.faults().isEmpty()));
        answer.addParameter("entries", new IntegerType(Math.toIntExact(result.entries())));
        answer.addParameter("heads", new IntegerType(result.heads()));
        if (result.removedUntil() != null) {
            answer.addParameter(
                    "removed-until", new DateType(result.removedUntil().toString()));
        }
        result.faults().forEach(fault -> answer.addParameter(part(fault)));
        return answer;
    }

    private static ParametersParameterComponent part(ChainFault fault) {
        ParametersParameterComponent part = new ParametersParameterComponent().setName("fault");
        part.addPart()
                .setName("kind")
                .setValue(new CodeType(
                        fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (fault.sequence() > 0) {
            part.addPart().setName("sequence").setValue(new IntegerType(Math.toIntExact(fault.sequence())));
        }
        if (fault.event() != null) {
            part.addPart().setName("event").setValue(new IdType(fault.event()));
        }
        if (fault.day() != null) {
            part.addPart().setName("day").setValue(new DateType(fault.day()));
        }
        return part;
    }
}
