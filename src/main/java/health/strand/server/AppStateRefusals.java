package health.strand.server;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.strand.appstate.AppStates;
import health.strand.appstate.Unacceptable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Words why an app's state is not kept, changed or forgotten. */
final class AppStateRefusals {

    /** No version is 0. */
    static final int NO_VERSION = 0;

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([1-9]\\d{0,8})\"");

    private AppStateRefusals() {}

    /** The version an {@code If-Match} names; a tag that is none of ours is of no version there is. */
    static int version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            String text = "changing or deleting app state needs the header `If-Match` with the `ETag` it was got with";
            throw new InvalidRequestException(text, outcome(IssueType.REQUIRED, text, null));
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        return tag.matches() ? Integer.parseInt(tag.group(1)) : NO_VERSION;
    }

    /** One answer for what is hidden, deleted, never there, of another version or about something else. */
    static BaseServerResponseException precondition() {
        String text = "there is no such state in this version, with this code and subject";
        return new PreconditionFailedException(text, outcome(IssueType.CONFLICT, text, null));
    }

    static BaseServerResponseException tooMany() {
        String text = "the app keeps as much about this subject as it may: " + AppStates.MOST + " resources";
        return new UnprocessableEntityException(text, outcome(IssueType.TOOCOSTLY, text, null));
    }

    static BaseServerResponseException unacceptable(Unacceptable what) {
        return new UnprocessableEntityException(what.text(), outcome(IssueType.INVARIANT, what.text(), what.element()));
    }

    private static OperationOutcome outcome(IssueType code, String text, @Nullable String element) {
        OperationOutcome outcome = new OperationOutcome();
        OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(code)
                .setDiagnostics(text);
        if (element != null) {
            issue.addExpression(element);
        }
        return outcome;
    }
}
