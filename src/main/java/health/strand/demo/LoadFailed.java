package health.strand.demo;

import org.jspecify.annotations.Nullable;

/** Thrown when the server did not take a transaction; the message says what it answered. */
public final class LoadFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoadFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
