package health.strand.server;

import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies larger than what may be stored, before they fill the memory, whether or not their length is told. */
final class BodyLimit extends OncePerRequestFilter {

    /** A transaction with several scans of 10 MB in base64. */
    private static final long RECORDS = 64L * 1024 * 1024;

    /** As SMART App State has it. */
    private static final long APP_STATE = 256L * 1024;

    private final EarlyRefusals refusals;

    BodyLimit(EarlyRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean appState = request.getServletPath().equals(AppStateConfiguration.PATH);
        long most = appState ? APP_STATE : RECORDS;
        String text = "the body is longer than " + (appState ? "256 KiB" : "64 MiB");
        if (request.getContentLengthLong() > most) {
            refuse(request, response, text);
            return;
        }
        try {
            chain.doFilter(new Limited(request, most, text), response);
        } catch (PayloadTooLargeException e) {
            refuse(request, response, text);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String text) throws IOException {
        if (!response.isCommitted()) {
            response.resetBuffer();
            refusals.answer(request, response, PayloadTooLargeException.STATUS_CODE, "too-long", text);
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long most;
        private final String text;

        Limited(HttpServletRequest request, long most, String text) {
            super(request);
            this.most = most;
            this.text = text;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedInput(super.getInputStream(), most, text);
        }
    }

    private static final class CountedInput extends ServletInputStream {

        private final ServletInputStream input;
        private final String text;
        private long left;

        CountedInput(ServletInputStream input, long most, String text) {
            this.input = input;
            this.left = most;
            this.text = text;
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
