package health.strand.enforcement;

import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** The texts of errors as requesters read them: no internal code numbers, nothing the database said. */
final class ErrorTexts {

    static final String NOT_FOUND = "no such resource";
    static final String GONE = "this page link is no longer valid";
    static final String DANGLING = "a resource that is referred to is not there; every reference must lead to one";
    static final String CONFLICT = "the request conflicts with the present state of the record";
    static final String OUT_OF_REACH = "access denied: what would be written is outside the requester's reach";
    static final String DENIED = "access denied: ";
    static final String UNCOVERED = "the patient's consents do not cover taking this picture for ";
    static final String UNAVAILABLE = "the record cannot be reached at the moment; try again shortly";
    static final String UNREADABLE = "a value in the request is not of its type";
    static final String UNKNOWN_ELEMENT = "the body has an element that FHIR R4 does not know there";
    static final String ESCAPES = "a parameter of the request is not readable; escapes are %XX and UTF-8";
    static final String CHARACTERS =
            "the body has text that is not whole characters of its character set; FHIR is UTF-8";
    static final String INTERNAL = "the request could not be handled; nothing was changed";

    /** Which of several it names is a matter of chance too. */
    private static final Pattern REFERRED =
            Pattern.compile("(?:HAPI-\\d{4}: )*Resource \\S+ not found(?:, specified in path: .*)?");

    private static final Pattern CODE = Pattern.compile("HAPI-\\d{4}: ");
    private static final Pattern JAVA = Pattern.compile("\\b(?:[a-z]\\w*\\.){2,}[A-Z]\\w*(?:\\$\\w+)*(?:: )?");
    private static final Pattern HANDLER_PARAMETERS = Pattern.compile(" with parameters \\[\\[.*?]]");
    // which of several search parameters on one element HAPI names is a matter of chance
    private static final Pattern PATH = Pattern.compile("\\.where\\(resolve\\(\\) is \\w+\\)");
    /** Statements and what became of them: they hold table names and values. */
    private static final Pattern DATABASE = Pattern.compile(
            "could not execute|JDBC|\\bSQL\\b|HFJ_|\\binsert into\\b|violates .*constraint", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 1_000;

    private ErrorTexts() {}

    static String cleaned(String text) {
        if (DATABASE.matcher(text).find()) {
            return INTERNAL;
        }
        if (REFERRED.matcher(text).matches()) {
            return DANGLING;
        }
        String plain = text;
        for (Pattern tell : List.of(CODE, JAVA, PATH, HANDLER_PARAMETERS)) {
            plain = tell.matcher(plain).replaceAll("");
        }
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + " …" : plain;
    }

    /** HAPI marks every failure of a batch's entry by this code, and puts whatever was thrown into the text. */
    private static String text(OperationOutcome.OperationOutcomeIssueComponent issue) {
        if (issue.getDiagnostics().startsWith(DENIED + UNCOVERED)) {
            issue.setCode(OperationOutcome.IssueType.FORBIDDEN);
        }
        return issue.getCode() == OperationOutcome.IssueType.EXCEPTION ? INTERNAL : cleaned(issue.getDiagnostics());
    }

    static void clean(Resource outcome) {
        if (outcome instanceof OperationOutcome known) {
            known.getIssue().stream()
                    .filter(OperationOutcome.OperationOutcomeIssueComponent::hasDiagnostics)
                    .forEach(issue -> issue.setDiagnostics(text(issue)));
            // a rendering of the same texts, with the codes still in it
            known.setText(null);
        }
    }
}
