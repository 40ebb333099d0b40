package health.strand.audit;

import java.util.Arrays;
import java.util.Optional;

/**
 * What was asked for, in the words of FHIR's RESTful interactions.
 *
 * @see <a href="https://hl7.org/fhir/R4/valueset-type-restful-interaction.html">FHIR R4, RESTful interactions</a>
 */
public enum Interaction {
    READ("read", "R"),
    VREAD("vread", "R"),
    HISTORY("history-instance", "R"),
    SEARCH("search", "E"),
    CREATE("create", "C"),
    UPDATE("update", "U"),
    PATCH("patch", "U"),
    DELETE("delete", "D"),
    OPERATION("operation", "E"),
    /** What was read, searched for or given by an operation went to somebody beside the clinic. */
    DISCLOSE("disclose", "R"),
    /** What of the trail is kept no longer was taken away. */
    FORGET("destroy", "D"),
    /** Somebody signed in at the authorization server. */
    SIGN_IN("110122", "E"),
    SIGN_OUT("110123", "E"),
    /** The authorization server gave out a token. */
    TOKEN("ITI-71", "E"),
    BATCH("batch", "E"),
    TRANSACTION("transaction", "E");

    private final String code;
    private final String action;

    Interaction(String code, String action) {
        this.code = code;
        this.action = action;
    }

    /** The code of `http://hl7.org/fhir/restful-interaction`, of a lifecycle, or of a way of signing in. */
    public String code() {
        return code;
    }

    /** Whether it was done at the authorization server, and is known from what that tells. */
    boolean isSignIn() {
        return this == SIGN_IN || this == SIGN_OUT || this == TOKEN;
    }

    /** The code of `AuditEvent.action`. */
    String action() {
        return action;
    }

    /** Whether it changes the record by itself. */
    public boolean writes() {
        return switch (this) {
            case CREATE, UPDATE, PATCH, DELETE -> true;
            case READ,
                    VREAD,
                    HISTORY,
                    SEARCH,
                    OPERATION,
                    DISCLOSE,
                    FORGET,
                    SIGN_IN,
                    SIGN_OUT,
                    TOKEN,
                    BATCH,
                    TRANSACTION -> false;
        };
    }

    static Optional<Interaction> fromCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
