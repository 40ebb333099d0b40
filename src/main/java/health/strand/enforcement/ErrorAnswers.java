package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.audit.TrailUnavailable;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/**
 * The one place where failures become answers. What was not found, what may not be seen and what is gone read the same;
 * failures of ours say so and leave an id that the log has too.
 */
@Interceptor
public final class ErrorAnswers {

    private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    /** Values the database cannot hold: a null character, a number out of its range. */
    private static final String DATA_EXCEPTION = "22";

    private static final int SERVICE_UNAVAILABLE = 503;
    private static final int FIRST_SERVER_ERROR = 500;

    private final BiConsumer<ServletRequestDetails, BaseServerResponseException> recorded;

    /** @param trail in which failures are recorded like other answers */
    public ErrorAnswers(TrailGate trail) {
        this(trail::recordFailure);
    }

    private ErrorAnswers(BiConsumer<ServletRequestDetails, BaseServerResponseException> recorded) {
        this.recorded = recorded;
    }

    /** For what is no part of the record, and of no patient's trail. */
    public static ErrorAnswers besideTheRecord() {
        return new ErrorAnswers((request, answer) -> {});
    }

    /** Whatever a handler threw. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException answer(ServletRequestDetails request, Throwable failure) {
        BaseServerResponseException answer = answerTo(request, failure);
        try {
            recorded.accept(request, answer);
            return answer;
        } catch (TrailUnavailable | DataAccessException | TransactionException e) {
            return away();
        }
    }

    private static BaseServerResponseException answerTo(RequestDetails request, Throwable failure) {
        if (isUnrecorded(failure)) {
            return away();
        }
        if (sqlState(failure).startsWith(INSUFFICIENT_PRIVILEGE)) {
            return with(
                    new ForbiddenOperationException(ErrorTexts.OUT_OF_REACH),
                    IssueType.FORBIDDEN,
                    ErrorTexts.OUT_OF_REACH);
        }
        if (databaseIsAway(failure)) {
            return away();
        }
        if (failure instanceof DataFormatException
                || isUnreadableValue(request, failure)
                || sqlState(failure).startsWith(DATA_EXCEPTION)) {
            return with(new InvalidRequestException(ErrorTexts.UNREADABLE), IssueType.VALUE, ErrorTexts.UNREADABLE);
        }
        if (failure instanceof ResourceGoneException || isMissingRecord(failure)) {
            return with(new ResourceNotFoundException(ErrorTexts.NOT_FOUND), IssueType.NOTFOUND, ErrorTexts.NOT_FOUND);
        }
        if (failure instanceof ResourceVersionConflictException) {
            return with(
                    new ResourceVersionConflictException(ErrorTexts.CONFLICT), IssueType.CONFLICT, ErrorTexts.CONFLICT);
        }
        if (failure instanceof BaseServerResponseException known && known.getStatusCode() < FIRST_SERVER_ERROR) {
            return cleaned(known);
        }
        return internal(failure);
    }

    /** What is not recorded does not happen, whatever kept the trail from being written. */
    private static boolean isUnrecorded(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof TrailUnavailable) {
                log.error("an answer was not given because the audit trail could not be written");
                return true;
            }
        }
        return false;
    }

    private static BaseServerResponseException away() {
        UnclassifiedServerFailureException away =
                new UnclassifiedServerFailureException(SERVICE_UNAVAILABLE, ErrorTexts.UNAVAILABLE);
        away.addResponseHeader("Retry-After", "5");
        return with(away, IssueType.TRANSIENT, ErrorTexts.UNAVAILABLE);
    }

    /** HAPI lets some unreadable values of search parameters come back as failures of its own. */
    private static boolean isUnreadableValue(RequestDetails request, Throwable failure) {
        boolean search = request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE;
        Throwable root = root(failure);
        return search && (root instanceof IllegalArgumentException || root instanceof DataFormatException);
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        for (Throwable next = next(cause); next != null; next = next(cause)) {
            cause = next;
        }
        return cause;
    }

    /** HAPI throws the same class for records and for unknown types and operations; only the latter may name them. */
    private static boolean isMissingRecord(Throwable failure) {
        return failure instanceof ResourceNotFoundException
                && (failure.getMessage() == null || !failure.getMessage().contains("Unknown resource type"));
    }

    private static BaseServerResponseException cleaned(BaseServerResponseException known) {
        if (known.getOperationOutcome() instanceof OperationOutcome outcome) {
            ErrorTexts.clean(outcome);
            return known;
        }
        String text = known.getMessage() == null ? ErrorTexts.INTERNAL : ErrorTexts.cleaned(known.getMessage());
        known.setOperationOutcome(outcome(text, IssueType.PROCESSING));
        return known;
    }

    private static BaseServerResponseException internal(Throwable failure) {
        String id = UUID.randomUUID().toString();
        log.error("failure {} of class {} at {}", id, failure.getClass().getName(), origin(failure));
        log.debug("failure {}", id, failure);
        String text = ErrorTexts.INTERNAL + " (`" + id + "`)";
        return with(new InternalErrorException(text), IssueType.EXCEPTION, text);
    }

    /** Where it happened, without the message: messages can hold content. */
    private static String origin(Throwable failure) {
        Throwable cause = root(failure);
        StackTraceElement[] trace = cause.getStackTrace();
        return cause.getClass().getName() + (trace.length == 0 ? "" : " " + trace[0]);
    }

    private static BaseServerResponseException with(BaseServerResponseException answer, IssueType code, String text) {
        answer.setOperationOutcome(outcome(text, code));
        return answer;
    }

    private static OperationOutcome outcome(String text, IssueType code) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(code).setDiagnostics(text);
        return outcome;
    }

    private static boolean databaseIsAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLRecoverableException
                    // no connection came free in time
                    || cause instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        // 08: connection exception, 57P: the server shuts down or starts up
        String state = sqlState(failure);
        return state.startsWith("08") || state.startsWith("57P");
    }

    private static String sqlState(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private static @org.jspecify.annotations.Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
