package health.strand.enforcement;

import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import health.strand.access.AppStateDecision;
import health.strand.access.AppStatePolicy;
import health.strand.access.Permission;
import health.strand.access.Requester;
import jakarta.servlet.ServletRequest;

/** The gate in front of every request for what an app keeps. */
public final class AppStateGate {

    private final AppStatePolicy policy = new AppStatePolicy();

    /** How far the request reaches; refused when somebody may not do this with any of it. */
    public AppStateDecision judge(ServletRequest request, Permission permission) {
        Requester requester = CurrentRequester.of(request)
                .orElseThrow(() -> new AuthenticationException("an access token is needed"));
        AppStateDecision decision = policy.decide(requester, permission);
        if (!decision.permits()) {
            throw Refusals.of(decision.objections());
        }
        return decision;
    }

    /** The answer to who would write about somebody out of reach, be they hidden or nobody. */
    public ForbiddenOperationException outOfReach() {
        return Refusals.outOfReach();
    }
}
