package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.PrePatchDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.projection.Projections;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * Leaves out of every answer the references to what is not there for the requester, with all they say about it, and lets a
 * patch meet the resource as its author is shown it.
 */
@Interceptor(order = 500)
public final class HiddenReferences {

    private final Projections projections;

    public HiddenReferences(Projections projections) {
        this.projections = projections;
    }

    /** When an answer goes out. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void leaveOut(ServletRequestDetails request, IBaseResource answer) {
        if (CurrentRequester.of(request.getServletRequest()).isPresent()) {
            projections.project(answer);
        }
    }

    /** Before a patch is applied, within its transaction. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_PREPATCH)
    public void leaveOut(PrePatchDetails patch) {
        projections.project(patch.getResource());
    }
}
