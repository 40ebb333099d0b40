package health.strand.enforcement;

import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import health.strand.access.AccessDecision;
import health.strand.access.Demand;
import health.strand.access.Objection;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reason;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Words a denial so that it names what the request lacks and nothing of what the record holds. */
final class Refusals {

    private static final String REASON = Refusals.class.getName();

    private final String challenge;

    /** @param challenge to an app that a stronger log-in of its user would help */
    Refusals(String challenge) {
        this.challenge = challenge;
    }

    BaseServerResponseException of(AccessDecision decision) {
        boolean strongerHelps = decision.objections().stream()
                .allMatch(objection -> objection.reason() == Reason.STRONGER_LOG_IN_NEEDED);
        return strongerHelps ? ofWeakLogIn() : forbidden(outcome(decision));
    }

    /** The same whatever there is of what was asked for. */
    BaseServerResponseException ofWeakLogIn() {
        return ofWeakLogIn("a stronger log-in is needed", "a stronger log-in is needed for genetic data", challenge);
    }

    /** @param challenge what the app is to ask for */
    static BaseServerResponseException ofWeakLogIn(String message, String text, String challenge) {
        OperationOutcome outcome = because(word(Reason.STRONGER_LOG_IN_NEEDED.name()));
        add(outcome, IssueType.LOGIN, text);
        BaseServerResponseException refusal = new AuthenticationException(message);
        refusal.setOperationOutcome(outcome);
        refusal.addResponseHeader("WWW-Authenticate", challenge);
        return refusal;
    }

    static ForbiddenOperationException of(List<Objection> objections) {
        return forbidden(outcome(objections));
    }

    /** An outcome that is still empty, with the word for the trail. */
    static OperationOutcome because(String reason) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.setUserData(REASON, reason);
        return outcome;
    }

    static OperationOutcome outcome(AccessDecision decision) {
        return outcome(decision.objections());
    }

    private static OperationOutcome outcome(List<Objection> objections) {
        OperationOutcome outcome = new OperationOutcome();
        objections.stream().map(Objection::text).distinct().forEach(text -> deny(outcome, text));
        objections.stream()
                .findFirst()
                .ifPresent(
                        first -> outcome.setUserData(REASON, word(first.reason().name())));
        return outcome;
    }

    /** Why something was refused, in a word that names nothing of the record; null when it was not refused here. */
    static @Nullable String reasonIn(@Nullable IBase outcome) {
        return outcome instanceof Base known ? (String) known.getUserData(REASON) : null;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In the same words as when the database refuses it. */
    static ForbiddenOperationException outOfReach() {
        OperationOutcome outcome = new OperationOutcome();
        add(outcome, IssueType.FORBIDDEN, ErrorTexts.OUT_OF_REACH);
        return forbidden(outcome);
    }

    /** Names what is asked of the patient, and no consent there is. */
    static ForbiddenOperationException ofUncovered(PurposeOfUse purpose) {
        OperationOutcome outcome = because("not-consented");
        String topic = ConsentTopics.of(purpose)
                .map(each -> "a consent on the topic `" + each + "`")
                .orElse("a consent that names this purpose");
        deny(outcome, ErrorTexts.UNCOVERED + "`" + purpose + "`; it takes " + topic);
        return forbidden(outcome);
    }

    /** The same whomever it is about. */
    static ForbiddenOperationException ofOthers() {
        OperationOutcome outcome = new OperationOutcome();
        deny(outcome, "this is told to the patient, whoever acts for them, and the privacy officer");
        return forbidden(outcome);
    }

    static ForbiddenOperationException restricted(Demand demand) {
        return forbidden(restrictedOutcome(demand));
    }

    static OperationOutcome restrictedOutcome(Demand demand) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.setUserData(REASON, "scope-restricted");
        deny(
                outcome,
                "the scopes for `" + demand + "` hold only for a part of these resources, and this request cannot"
                        + " be kept to that part; ask for the scope without a `?` restriction");
        return outcome;
    }

    private static ForbiddenOperationException forbidden(OperationOutcome outcome) {
        return new ForbiddenOperationException(outcome.getIssueFirstRep().getDiagnostics(), outcome);
    }

    private static void deny(OperationOutcome outcome, String text) {
        add(outcome, IssueType.FORBIDDEN, ErrorTexts.DENIED + text);
    }

    static void add(OperationOutcome outcome, IssueType code, String text) {
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(code).setDiagnostics(text);
    }
}
