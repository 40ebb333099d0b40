package health.strand.embedded;

/** A part of the embedded set-up could not be started or used; the message is meant for the person at the terminal. */
public final class EmbeddedFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedFailure(String message) {
        super(message);
    }

    EmbeddedFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
