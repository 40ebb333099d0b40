package health.strand.bench;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import health.strand.projection.Projections;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * What the server does with an answer, but for refusing it: without the database's policies answers hold what the last gate
 * is there to hold back.
 */
@Interceptor(order = 500)
public final class BlindGate {

    private final Projections projections;

    BlindGate(Projections projections) {
        this.projections = projections;
    }

    /** When an answer goes out. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void leaveOut(IBaseResource answer) {
        projections.project(answer);
    }
}
