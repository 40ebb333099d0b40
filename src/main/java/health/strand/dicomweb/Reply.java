package health.strand.dicomweb;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What is answered, as far as that is known before it is written. Whoever has it writes it, once: only then what was opened
 * for it is closed.
 *
 * @param status of HTTP
 * @param type the media type of the body
 * @param warning of what was not done as it was asked; an empty text for none
 */
public record Reply(int status, String type, String warning, Body body) {

    private static final int OK = 200;

    Reply(String type, Body body) {
        this(OK, type, "", body);
    }

    /** The same with a warning. */
    Reply warning(String text) {
        return new Reply(status, type, text, body);
    }

    /** What is written as the answer goes out. */
    public interface Body {

        /**
         * Writes all of it and closes what it was read from.
         *
         * @throws IOException when it breaks off, which must end the connection
         */
        void writeTo(OutputStream out) throws IOException;
    }
}
