package health.strand.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.io.BufferedWriter;
import java.io.Writer;

/**
 * Hands answers on in large pieces. HAPI's JSON is flushed after every value, and each flush is a packet: that takes a search
 * longer than putting it into words.
 */
@Interceptor
public final class PiecedAnswers {

    /** In characters. */
    private static final int PIECE = 16 * 1024;

    /** Before the first of it is written. */
    @Hook(Pointcut.SERVER_OUTGOING_WRITER_CREATED)
    public Writer collect(Writer answer) {
        return new Pieces(answer);
    }

    private static final class Pieces extends BufferedWriter {

        Pieces(Writer answer) {
            super(answer, PIECE);
        }

        /** The rest goes when there is enough of it, or with the end. */
        @Override
        public void flush() {
            // on purpose
        }
    }
}
