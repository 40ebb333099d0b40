package health.strand.enforcement;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.access.AccessDecision;
import health.strand.access.AccessPolicy;
import health.strand.access.Demand;
import health.strand.access.Permission;
import health.strand.access.Requester;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gate in front of every request: says what the request needs, asks the policy, and leaves the decided reach with
 * the request for the database. It holds no rule. What it does not understand is denied.
 */
@Interceptor(order = -1_000)
public final class AccessGate {

    private final AccessPolicy policy;
    private final RequestDemands demands;
    private final BundleGate bundles;
    private final EverythingTypes everything;

    AccessGate(AccessPolicy policy, RequestDemands demands, BundleGate bundles, EverythingTypes everything) {
        this.policy = policy;
        this.demands = demands;
        this.bundles = bundles;
        this.everything = everything;
    }

    /** Before a request is handled; parts of a batch or transaction were judged with the whole. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void judge(ServletRequestDetails request, RestOperationTypeEnum operation) {
        if (operation == RestOperationTypeEnum.METADATA || request.isSubRequest()) {
            return;
        }
        Requester requester = CurrentRequester.of(request.getServletRequest())
                .orElseThrow(() -> new AuthenticationException("an access token is needed"));
        if (operation == RestOperationTypeEnum.TRANSACTION || operation == RestOperationTypeEnum.BATCH) {
            bundles.judge(request, requester);
            return;
        }
        List<Demand> needed = demands.of(request, operation);
        AccessDecision decision = policy.decide(requester, needed);
        if (!decision.permits()) {
            throw Refusals.of(decision);
        }
        keepToRestrictions(request, operation, decision, needed);
        if ("$everything".equals(request.getOperation())) {
            everything.keepToScopes(request, requester);
        }
        DecidedReach.put(request, decision.reach());
    }

    private static void keepToRestrictions(
            ServletRequestDetails request,
            RestOperationTypeEnum operation,
            AccessDecision decision,
            List<Demand> needed) {
        Demand primary = needed.get(0);
        for (Demand demand : needed) {
            boolean judgedLater = demand.equals(primary) && primary.permission() == Permission.READ;
            if (judgedLater || decision.isUnrestricted(demand)) {
                continue;
            }
            if (!demand.equals(primary) || operation != RestOperationTypeEnum.SEARCH_TYPE) {
                throw Refusals.restricted(demand);
            }
            addParameters(request, Narrowing.of(decision, demand).orElseThrow(() -> Refusals.restricted(demand)));
        }
    }

    private static void addParameters(ServletRequestDetails request, Map<String, List<String>> added) {
        Map<String, String[]> all = new LinkedHashMap<>(request.getParameters());
        added.forEach((name, values) -> all.merge(name, values.toArray(String[]::new), AccessGate::joined));
        request.setParameters(all);
    }

    private static String[] joined(String[] first, String[] second) {
        String[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
