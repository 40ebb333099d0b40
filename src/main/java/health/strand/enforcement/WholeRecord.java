package health.strand.enforcement;

import health.strand.access.AccessDecision;
import health.strand.access.AccessPolicy;
import health.strand.access.DataClass;
import health.strand.access.Demand;
import health.strand.access.Permission;
import health.strand.access.Requester;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says whether a token's scopes cover every type of resource there is about patients, and no scope only a part of one. */
public final class WholeRecord {

    private final AccessPolicy policy;
    private final List<String> served;

    /** @param served every type the server keeps */
    public WholeRecord(AccessPolicy policy, List<String> served) {
        this.policy = policy;
        this.served = List.copyOf(served);
    }

    /** Whether what is said of the whole record may be said to this requester in this app. */
    public boolean isOpenTo(Requester requester) {
        return served.stream().filter(WholeRecord::isAboutPatients).allMatch(type -> isOpenTo(requester, type));
    }

    /** The types of which every resource that is there for the requester may be shown in the app they use. */
    Set<String> open(Requester requester) {
        return served.stream().filter(type -> isOpenTo(requester, type)).collect(Collectors.toUnmodifiableSet());
    }

    private boolean isOpenTo(Requester requester, String type) {
        Demand read = new Demand(type, Permission.READ);
        AccessDecision decision = policy.decide(requester, List.of(read));
        return decision.permits() && decision.isUnrestricted(read);
    }

    private static boolean isAboutPatients(String type) {
        return DataClass.possibleFor(type).stream().anyMatch(DataClass::aboutPatients);
    }
}
