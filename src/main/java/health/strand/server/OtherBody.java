package health.strand.server;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;

/** A request with another body. */
class OtherBody extends HttpServletRequestWrapper {

    private final InputStream body;
    private final long length;

    OtherBody(HttpServletRequest request, InputStream body, long length) {
        super(request);
        this.body = body;
        this.length = length;
    }

    @Override
    public int getContentLength() {
        return (int) length;
    }

    @Override
    public long getContentLengthLong() {
        return length;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Read(body);
    }

    /** A stream as a container gives it. */
    static final class Read extends ServletInputStream {

        private final InputStream body;
        private boolean ended;

        Read(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            ended |= next < 0;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = body.read(buffer, offset, length);
            ended |= count < 0;
            return count;
        }

        @Override
        public boolean isFinished() {
            return ended;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("it is read at once");
        }
    }
}
