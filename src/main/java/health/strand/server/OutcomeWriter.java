package health.strand.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes an OperationOutcome for refusals that happen before the FHIR endpoint is reached. */
final class OutcomeWriter {

    private OutcomeWriter() {}

    /** What the record answers while its database, or its trail, takes nothing. */
    static void unavailable(HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", "5");
        write(response, 503, "transient", "the record cannot be reached at the moment; try again shortly");
    }

    /** @param text our own constant text; it is put into JSON as it is */
    static void write(HttpServletResponse response, int status, String code, String text) throws IOException {
        byte[] body = ("{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"" + code
                        + "\",\"diagnostics\":\"" + text + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
