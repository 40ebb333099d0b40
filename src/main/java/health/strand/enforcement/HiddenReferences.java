package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.PrePatchDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.access.DataClass;
import health.strand.projection.Projections;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of every answer the references to what is not there for the requester, with all they say about it, and lets a
 * patch meet the resource as its author is shown it. What is left passes the last gate.
 */
@Interceptor(order = 500)
public final class HiddenReferences {

    private final Projections projections;
    private final LastGate gate;

    /** @param classes the class of a resource that was found */
    public HiddenReferences(Projections projections, Function<Resource, DataClass> classes) {
        this.projections = projections;
        this.gate = new LastGate(classes);
    }

    /** When an answer goes out; who wants none of what was written ({@code Prefer: return=minimal}) is given nothing. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void leaveOut(ServletRequestDetails request, @Nullable IBaseResource answer) {
        if (answer != null && CurrentRequester.of(request.getServletRequest()).isPresent()) {
            gate.pass(request, answer, projections.project(answer));
        }
    }

    /** Before a patch is applied, within its transaction. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_PREPATCH)
    public void leaveOut(PrePatchDetails patch) {
        projections.project(patch.getResource());
    }
}
