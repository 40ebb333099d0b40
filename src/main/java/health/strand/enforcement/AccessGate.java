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
import health.strand.access.Reach;
import health.strand.access.Requester;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gate in front of every request: says what the request needs, asks the policy, and leaves the decided reach with
 * the request for the database. It holds no rule. What it does not understand is denied.
 */
@Interceptor(order = -1_000)
public final class AccessGate {

    private static final Set<RestOperationTypeEnum> WITHOUT_BODY = EnumSet.of(
            RestOperationTypeEnum.READ,
            RestOperationTypeEnum.VREAD,
            RestOperationTypeEnum.HISTORY_INSTANCE,
            RestOperationTypeEnum.SEARCH_TYPE,
            RestOperationTypeEnum.EXTENDED_OPERATION_INSTANCE);

    private final AccessPolicy policy;
    private final RequestDemands demands;
    private final BundleGate bundles;
    private final EverythingTypes everything;
    private final Refusals refusals;

    AccessGate(
            AccessPolicy policy,
            RequestDemands demands,
            BundleGate bundles,
            EverythingTypes everything,
            Refusals refusals) {
        this.refusals = refusals;
        this.policy = policy;
        this.demands = demands;
        this.bundles = bundles;
        this.everything = everything;
    }

    /** Before the handler reads its parameters, so that what a scope adds to a query is part of it. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void judgeQuery(ServletRequestDetails request) {
        RestOperationTypeEnum operation = request.getRestOperationType();
        if (operation != null && WITHOUT_BODY.contains(operation)) {
            judge(request, operation);
        }
    }

    /** Once the body is read; whatever has not been judged before. Parts of a batch were judged with the whole. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void judgeBody(ServletRequestDetails request, RestOperationTypeEnum operation) {
        boolean open = operation == RestOperationTypeEnum.METADATA;
        if (!open && !request.isSubRequest() && DecidedReach.of(request).isEmpty()) {
            judge(request, operation);
        }
    }

    private void judge(ServletRequestDetails request, RestOperationTypeEnum operation) {
        Requester requester = CurrentRequester.of(request.getServletRequest())
                .orElseThrow(() -> new AuthenticationException("an access token is needed"));
        if (operation == RestOperationTypeEnum.TRANSACTION || operation == RestOperationTypeEnum.BATCH) {
            bundles.judge(request, requester);
            return;
        }
        List<Demand> needed = demands.of(request, operation);
        AccessDecision decision = policy.decide(requester, needed);
        if (!decision.permits()) {
            throw refusals.of(decision);
        }
        boolean search = operation == RestOperationTypeEnum.SEARCH_TYPE;
        if (search && GeneticSearch.is(request.getParameters()) && policy.opensGeneticsWhenStrong(requester)) {
            throw refusals.ofWeakLogIn();
        }
        keepToRestrictions(request, operation, decision, needed);
        Reach reach = "$everything".equals(request.getOperation())
                ? everything.keepToScopes(request, requester, decision.reach())
                : decision.reach();
        DecidedReach.put(request, TakenAlong.within(reach, request.getOperation()));
        String condition = request.getHeader("If-None-Exist");
        if (condition != null) {
            DecidedReach.putConditions(request, List.of(condition));
        }
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
