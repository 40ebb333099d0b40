package health.strand.enforcement;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import health.strand.access.AccessDecision;
import health.strand.access.Demand;
import health.strand.access.Objection;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Words a denial so that it names what the request lacks and nothing of what the record holds. */
final class Refusals {

    private Refusals() {}

    static ForbiddenOperationException of(AccessDecision decision) {
        return forbidden(outcome(decision));
    }

    static OperationOutcome outcome(AccessDecision decision) {
        OperationOutcome outcome = new OperationOutcome();
        decision.objections().stream().map(Objection::text).distinct().forEach(text -> add(outcome, text));
        return outcome;
    }

    static ForbiddenOperationException restricted(Demand demand) {
        return forbidden(restrictedOutcome(demand));
    }

    static OperationOutcome restrictedOutcome(Demand demand) {
        OperationOutcome outcome = new OperationOutcome();
        add(
                outcome,
                "the scopes for `" + demand + "` hold only for a part of these resources, and this request cannot"
                        + " be kept to that part; ask for the scope without a `?` restriction");
        return outcome;
    }

    private static ForbiddenOperationException forbidden(OperationOutcome outcome) {
        return new ForbiddenOperationException(outcome.getIssueFirstRep().getDiagnostics(), outcome);
    }

    private static void add(OperationOutcome outcome, String text) {
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.FORBIDDEN)
                .setDiagnostics("access denied: " + text);
    }
}
