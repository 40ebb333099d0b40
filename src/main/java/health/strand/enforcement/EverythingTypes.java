package health.strand.enforcement;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import health.strand.access.AccessDecision;
import health.strand.access.AccessPolicy;
import health.strand.access.Demand;
import health.strand.access.Objection;
import health.strand.access.Permission;
import health.strand.access.Reach;
import health.strand.access.Reason;
import health.strand.access.Requester;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps {@code $everything} to the types the token and the role cover, by its own {@code _type} parameter: the count
 * and the pages are then those of what is given. A type covered only in part is left out. Storage asks for every named
 * type by itself, round by round, so none is named where the database leaves out all there is to leave out.
 */
final class EverythingTypes {

    private static final String TYPE = "_type";
    private static final String OFFSET = "_offset";
    private static final Set<Reason> ABSENT = Set.of(Reason.TYPE_NOT_SERVED, Reason.ROLE_DOES_NOT_COVER_TYPE);

    private final AccessPolicy policy;
    private final List<String> served;

    EverythingTypes(AccessPolicy policy, List<String> served) {
        this.policy = policy;
        this.served = List.copyOf(served);
    }

    /** @return the reach within which all the types together may be given */
    Reach keepToScopes(RequestDetails request, Requester requester, Reach decided) {
        Map<String, String[]> parameters = new LinkedHashMap<>(request.getParameters());
        Set<String> asked = asked(parameters.get(TYPE));
        List<String> covered = new ArrayList<>();
        boolean narrow = !asked.isEmpty();
        Reach reach = decided;
        for (String type : served) {
            if (asked.isEmpty() || asked.contains(type)) {
                Demand read = new Demand(type, Permission.READ);
                AccessDecision decision = policy.decide(requester, List.of(read));
                if (decision.permits() && decision.isUnrestricted(read)) {
                    covered.add(type);
                    reach = reach.and(decision.reach());
                } else {
                    narrow |= !isAbsent(decision);
                }
            }
        }
        if (narrow) {
            parameters.put(TYPE, new String[] {String.join(",", covered)});
        }
        // HAPI pages this operation only from an offset on
        parameters.putIfAbsent(OFFSET, new String[] {"0"});
        request.setParameters(parameters);
        return reach;
    }

    /** Whether nothing of the type is there for the requester, so that it need not be left out. */
    private static boolean isAbsent(AccessDecision decision) {
        return !decision.permits()
                && decision.objections().stream().map(Objection::reason).allMatch(ABSENT::contains);
    }

    private static Set<String> asked(String @org.jspecify.annotations.Nullable [] values) {
        return values == null
                ? Set.of()
                : Arrays.stream(values)
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .collect(Collectors.toSet());
    }
}
