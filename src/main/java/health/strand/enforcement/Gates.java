package health.strand.enforcement;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import health.strand.access.AccessPolicy;
import java.util.List;

/** Puts the gate together, so that its parts stay this room's own. */
public final class Gates {

    private Gates() {}

    /** @param served the resource types the server keeps */
    public static AccessGate accessGate(
            FhirContext context, ISearchParamRegistry parameters, AccessPolicy policy, List<String> served) {
        RequestDemands demands = new RequestDemands(new QueryDemands(parameters), new InlineQueries(context));
        return new AccessGate(policy, demands, new BundleGate(policy, demands), new EverythingTypes(policy, served));
    }
}
