package health.strand.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Holds the answer to an inner request; nothing of it goes out by itself. */
final class HeldAnswer extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable PrintWriter writer;
    private int status = SC_OK;

    HeldAnswer(HttpServletResponse outer) {
        super(outer);
    }

    byte[] body() {
        if (writer != null) {
            writer.flush();
        }
        return body.toByteArray();
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public void sendError(int code) {
        status = code;
    }

    @Override
    public void sendError(int code, String message) {
        status = code;
    }

    @Override
    public void setHeader(String name, String value) {
        // those of the outer answer are its own
    }

    @Override
    public void addHeader(String name, String value) {
        // as above
    }

    @Override
    public void setContentType(String type) {
        // it is JSON
    }

    @Override
    public void setCharacterEncoding(String charset) {
        // it is UTF-8
    }

    @Override
    public void setContentLength(int length) {
        // that of the outer answer counts
    }

    @Override
    public void setContentLengthLong(long length) {
        // that of the outer answer counts
    }

    @Override
    public void flushBuffer() {
        // it is held
    }

    @Override
    public PrintWriter getWriter() {
        PrintWriter held = writer;
        if (held == null) {
            held = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
            writer = held;
        }
        return held;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int one) {
                body.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                body.write(bytes, offset, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException("an inner answer is written at once");
            }
        };
    }
}
