package health.strand.enforcement;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import health.strand.consent.ConsentProblem;
import health.strand.validation.Problem;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.jspecify.annotations.Nullable;

/** Words what is wrong with a resource: which element, which rule, and what the rule wants. */
final class Unprocessable {

    /** More than that nobody reads; the last issue says how many are left out. */
    private static final int MOST = 100;

    private Unprocessable() {}

    static UnprocessableEntityException of(List<Problem> problems) {
        OperationOutcome outcome = outcome(problems);
        return new UnprocessableEntityException(outcome.getIssueFirstRep().getDiagnostics(), outcome);
    }

    /** What is wrong with a consent, in the words of its own rules. */
    static List<Problem> problems(List<ConsentProblem> found) {
        return found.stream()
                .map(each -> new Problem(each.element(), each.rule(), each.text()))
                .toList();
    }

    static OperationOutcome outcome(List<Problem> problems) {
        OperationOutcome outcome = new OperationOutcome();
        problems.stream().limit(MOST).forEach(problem -> outcome.addIssue(issue(problem)));
        if (problems.size() > MOST) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(IssueType.TOOLONG)
                    .setDiagnostics((problems.size() - MOST) + " more problems are not listed");
        }
        return outcome;
    }

    private static OperationOutcomeIssueComponent issue(Problem problem) {
        OperationOutcomeIssueComponent issue = new OperationOutcomeIssueComponent();
        issue.setSeverity(IssueSeverity.ERROR);
        issue.setCode(code(problem.rule()));
        issue.setDiagnostics(problem.text());
        issue.addExpression(problem.element());
        if (problem.rule() != null) {
            issue.getDetails().setText(problem.rule());
        }
        return issue;
    }

    private static IssueType code(@Nullable String rule) {
        if (rule == null) {
            return IssueType.INVALID;
        }
        return rule.startsWith("Terminology") ? IssueType.CODEINVALID : IssueType.INVARIANT;
    }
}
