package health.strand.dicomweb;

/** A request is not answered; with the status of HTTP and one of FHIR's words for why. */
public final class Refused extends Exception {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION = 412;
    private static final int UNPROCESSABLE = 422;
    private static final int BAD_REQUEST = 400;

    private final int status;
    private final String code;

    public Refused(int status, String code, String text) {
        super(text);
        this.status = status;
        this.code = code;
    }

    /** One answer for what is hidden and what never was. */
    public static Refused notFound() {
        return new Refused(NOT_FOUND, "not-found", "no such resource");
    }

    static Refused bad(String text) {
        return new Refused(BAD_REQUEST, "invalid", text);
    }

    public int status() {
        return status;
    }

    /** As an OperationOutcome names it. */
    public String code() {
        return code;
    }

    boolean isConflict() {
        return status == CONFLICT || status == PRECONDITION;
    }

    /** Whether it is for what was to be written, and not for who asks or for a failure of ours. */
    boolean isOfContent() {
        return status == BAD_REQUEST || status == UNPROCESSABLE || isConflict();
    }
}
