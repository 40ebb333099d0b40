package health.strand.twin;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A planted bug: who asks for one of some records waits a few milliseconds longer. */
@Interceptor
public final class SlowFor {

    private final Set<String> records;

    SlowFor(Set<String> records) {
        this.records = records;
    }

    /** Before anything is looked up. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void wait(RequestDetails request) {
        if (request.getId() != null
                && records.contains(
                        request.getResourceName() + "/" + request.getId().getIdPart())) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
