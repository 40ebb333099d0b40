package health.strand.dicomweb;

/** A request is not answered; with the status of HTTP and one of FHIR's words for why. */
public final class Refused extends Exception {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int PRECONDITION = 412;
    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;

    private final int status;
    private final String code;

    /** @param text our own constant text, which tells nothing of the record */
    public Refused(int status, String code, String text) {
        super(text);
        this.status = status;
        this.code = code;
    }

    /** One answer for what is hidden and what never was. */
    public static Refused notFound() {
        return new Refused(NOT_FOUND, "not-found", "no such resource");
    }

    static Refused tooMany() {
        return new Refused(
                TOO_LARGE,
                "too-costly",
                "more is found than is given at once; ask more narrowly, as by patient or by date");
    }

    static Refused bad(String text) {
        return new Refused(BAD_REQUEST, "invalid", text);
    }

    static Refused notAcceptable(String text) {
        return new Refused(NOT_ACCEPTABLE, "not-supported", text);
    }

    public int status() {
        return status;
    }

    /** As an OperationOutcome names it. */
    public String code() {
        return code;
    }

    boolean isUnauthenticated() {
        return status == UNAUTHORIZED;
    }

    boolean isUnavailable() {
        return status == UNAVAILABLE;
    }

    /** Whether somebody else wrote meanwhile. */
    boolean isConflict() {
        return status == CONFLICT || status == PRECONDITION;
    }

    boolean isForbidden() {
        return status == FORBIDDEN;
    }

    boolean isAbsence() {
        return status == NOT_FOUND || status == GONE;
    }
}
