package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;

/**
 * Asks a strong log-in of whoever wants to take away all there is, of the server, of patients or of a group. It stands before
 * the choice of a route, so it asks whether there is such a route or not; what it answers hangs on the log-in alone.
 *
 * @see <a href="https://hl7.org/fhir/uv/bulkdata/export.html">Bulk Data Access, export</a>
 */
@Interceptor
public final class ExportDoor {

    private static final String EXPORT = "$export";
    private static final String WEAK = "a stronger log-in is needed for bulk export";

    private final String challenge;

    /** @param challenge to an app whose user must log in strongly */
    public ExportDoor(String challenge) {
        this.challenge = challenge;
    }

    /** Lets through whoever asks for something else, or has logged in strongly. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    public void pass(RequestDetails request) {
        if (EXPORT.equals(request.getOperation()) && request instanceof ServletRequestDetails web) {
            CurrentRequester.of(web.getServletRequest())
                    .filter(requester -> !requester.strong())
                    .ifPresent(weak -> {
                        throw Refusals.ofWeakLogIn(WEAK, WEAK, challenge);
                    });
        }
    }
}
