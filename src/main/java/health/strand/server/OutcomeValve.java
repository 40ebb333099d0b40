package health.strand.server;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What the container refuses before any servlet sees it: an OperationOutcome instead of the container's page. */
final class OutcomeValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        boolean theirs = status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            OutcomeWriter.write(
                    response,
                    status,
                    theirs ? "structure" : "exception",
                    theirs
                            ? "this is not a request the server can read; see RFC 9112 and FHIR's http page"
                            : "the request could not be handled");
        } catch (IOException e) {
            // whoever asked is gone
            return;
        }
    }
}
