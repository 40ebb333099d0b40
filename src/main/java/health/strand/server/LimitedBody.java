package health.strand.server;

import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.GZIPInputStream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body ends in a refusal where it becomes too long. One that is compressed is unpacked here, and counts by what
 * it unpacks to: HAPI would unpack it into memory, however much that is.
 */
final class LimitedBody extends HttpServletRequestWrapper {

    private static final String ENCODING = "Content-Encoding";
    private static final String GZIP = "gzip";

    private final long most;
    private final String text;
    private final boolean compressed;

    LimitedBody(HttpServletRequest request, long most, String text) {
        super(request);
        this.most = most;
        this.text = text;
        this.compressed = GZIP.equalsIgnoreCase(request.getHeader(ENCODING));
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream sent = new CountedInput(super.getInputStream());
        return compressed ? new CountedInput(new OtherBody.Read(new GZIPInputStream(sent))) : sent;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isUnpacked(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isUnpacked(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private boolean isUnpacked(String header) {
        return compressed && header.equalsIgnoreCase(ENCODING);
    }

    @Override
    public int getContentLength() {
        return compressed ? -1 : super.getContentLength();
    }

    @Override
    public long getContentLengthLong() {
        return compressed ? -1 : super.getContentLengthLong();
    }

    private final class CountedInput extends ServletInputStream {

        private final ServletInputStream input;
        private long left = most;

        CountedInput(ServletInputStream input) {
            this.input = input;
        }

        @Override
        public int read() throws IOException {
            int next = input.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = input.read(buffer, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        /** As HAPI's own, or it would call what it cannot read to the end unreadable. */
        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new PayloadTooLargeException(text, outcome());
            }
        }

        private OperationOutcome outcome() {
            OperationOutcome outcome = new OperationOutcome();
            outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(IssueType.TOOLONG)
                    .setDiagnostics(text);
            return outcome;
        }

        @Override
        public boolean isFinished() {
            return input.isFinished();
        }

        @Override
        public boolean isReady() {
            return input.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            input.setReadListener(listener);
        }
    }
}
