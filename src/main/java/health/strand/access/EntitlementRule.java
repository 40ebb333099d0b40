package health.strand.access;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** Something the requester is entitled to must be able to be of the demanded type. */
final class EntitlementRule implements AccessRule {

    @Override
    public Optional<Objection> objectTo(Requester requester, Demand demand) {
        Set<DataClass> possible = DataClass.possibleFor(demand.resourceType());
        if (possible.isEmpty()) {
            return Optional.of(Objection.of(Reason.TYPE_NOT_SERVED, demand));
        }
        if (covers(requester, demand, possible)) {
            return Optional.empty();
        }
        return Optional.of(Objection.of(
                covers(requester.strongly(), demand, possible)
                        ? Reason.STRONGER_LOG_IN_NEEDED
                        : Reason.ROLE_DOES_NOT_COVER_TYPE,
                demand));
    }

    private static boolean covers(Requester requester, Demand demand, Set<DataClass> possible) {
        return !Collections.disjoint(possible, Entitlement.of(requester).usableFor(demand.permission()));
    }
}
