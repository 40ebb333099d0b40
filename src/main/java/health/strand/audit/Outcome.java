package health.strand.audit;

import java.util.Arrays;
import java.util.Optional;

/** What became of a request. */
public enum Outcome {
    /** It was carried out. */
    DONE("0"),
    /** It could not be: it was wrong, came too late or asked for what is not there. */
    FAILED("4"),
    /** The requester may not. */
    REFUSED("8"),
    /** The server failed. */
    BROKEN("12");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    /** The code of `AuditEvent.outcome`. */
    String code() {
        return code;
    }

    static Optional<Outcome> fromCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
