package health.strand.demo;

/** No token was given; the message says why, for the person who asked. */
public final class LoginFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoginFailed(String message) {
        super(message);
    }

    LoginFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
