package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** Leaves out of what is said about a write how long it took inside: that is measured past the noise of the network. */
@Interceptor(order = 990)
public final class UntimedOutcomes {

    private static final Pattern DURATION = Pattern.compile("\\s*\\bTook [\\d,.]+ ?ms\\b\\.?");

    /** When an answer goes out. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void leaveOut(IBaseResource answer) {
        if (answer instanceof Bundle bundle) {
            bundle.getEntry().forEach(entry -> leaveOut(entry.getResponse().getOutcome()));
        } else if (answer instanceof OperationOutcome outcome) {
            leaveOut((Resource) outcome);
        }
    }

    private static void leaveOut(Resource outcome) {
        if (outcome instanceof OperationOutcome known) {
            known.getIssue().stream()
                    .filter(OperationOutcome.OperationOutcomeIssueComponent::hasDiagnostics)
                    .forEach(issue -> issue.setDiagnostics(
                            DURATION.matcher(issue.getDiagnostics()).replaceAll("")));
        }
    }
}
