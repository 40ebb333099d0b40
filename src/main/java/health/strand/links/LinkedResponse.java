package health.strand.links;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** An answer to a linked request, of which a refusal is held back, since it would tell why. */
public final class LinkedResponse extends HttpServletResponseWrapper {

    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    /** Both are about the file that is there for whoever asks. */
    private static final Set<Integer> ABOUT_THE_FILE =
            Set.of(HttpServletResponse.SC_PRECONDITION_FAILED, HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);

    private boolean refused;

    public LinkedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Whether something else is to be answered; nothing has been sent then. */
    public boolean isRefused() {
        return refused && !isCommitted();
    }

    private boolean holds(int status) {
        refused = status >= BAD_REQUEST && status < SERVER_ERROR && !ABOUT_THE_FILE.contains(status);
        return refused;
    }

    @Override
    public void setStatus(int status) {
        if (!holds(status)) {
            super.setStatus(status);
        }
    }

    @Override
    public void sendError(int status) throws IOException {
        if (!holds(status)) {
            super.sendError(status);
        }
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        if (!holds(status)) {
            super.sendError(status, message);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!refused) {
            super.flushBuffer();
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return refused ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return refused
                ? new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
                : super.getWriter();
    }

    private static final class Nowhere extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("a refusal is not written piece by piece");
        }

        @Override
        public void write(int any) {
            // held back
        }
    }
}
