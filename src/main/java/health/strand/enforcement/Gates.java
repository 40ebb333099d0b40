package health.strand.enforcement;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import health.strand.access.AccessPolicy;
import java.util.List;
import java.util.Set;

/** Puts the gate together, so that its parts stay this room's own. */
public final class Gates {

    /** Search parameters that look past what a query can be judged by, and are not offered. */
    public static final Set<String> NOT_OFFERED =
            Set.of("_filter", "_list", "_query", "_text", "_content", "_contained", "_containedType", "_language");

    private Gates() {}

    /**
     * @param served the resource types the server keeps
     * @param challenge to an app that a stronger log-in of its user would help
     */
    public static AccessGate accessGate(
            FhirContext context,
            ISearchParamRegistry parameters,
            AccessPolicy policy,
            List<String> served,
            String challenge) {
        RequestDemands demands = new RequestDemands(new QueryDemands(parameters), new InlineQueries(context));
        Refusals refusals = new Refusals(challenge);
        return new AccessGate(
                policy,
                demands,
                new BundleGate(policy, demands, refusals),
                new EverythingTypes(policy, served),
                refusals);
    }
}
