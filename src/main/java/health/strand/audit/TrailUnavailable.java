package health.strand.audit;

/** The trail could not be written, so what it would have been about must not happen. */
public final class TrailUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrailUnavailable(Throwable cause) {
        super("the audit trail cannot be written", cause);
    }
}
