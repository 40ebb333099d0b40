package health.strand.server;

import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies larger than what may be stored, before they fill the memory, whether or not their length is told. */
final class BodyLimit extends OncePerRequestFilter {

    /** A transaction with several scans of 10 MB in base64. */
    private static final Bound RECORDS = new Bound(64L * 1024 * 1024, "64 MiB");

    /** A file as it is, which is held once. */
    private static final Bound FILE = new Bound(100L * 1024 * 1024, "100 MiB");

    private static final Bound SESSION = new Bound(200L * 1024 * 1024, "200 MiB");

    /** As SMART App State has it. */
    private static final Bound APP_STATE = new Bound(256L * 1024, "256 KiB");

    /** @param words the same number for people */
    private record Bound(long bytes, String words) {

        static Bound of(HttpServletRequest request) {
            if (request.getServletPath().equals(AppStateConfiguration.PATH)) {
                return APP_STATE;
            }
            if (IntakeDesk.takes(request)) {
                return SESSION;
            }
            return BareFiles.takes(request) ? FILE : RECORDS;
        }
    }

    private final EarlyRefusals refusals;

    BodyLimit(EarlyRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bound bound = Bound.of(request);
        String text = "the body is longer than " + bound.words();
        if (request.getContentLengthLong() > bound.bytes()) {
            refuse(request, response, text);
            return;
        }
        try {
            chain.doFilter(new LimitedBody(request, bound.bytes(), text), response);
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
}
