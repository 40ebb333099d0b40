package health.strand.enforcement;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import health.strand.access.AccessDecision;
import health.strand.access.AccessPolicy;
import health.strand.access.Demand;
import health.strand.access.Permission;
import health.strand.access.Reach;
import health.strand.access.Requester;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;

/**
 * Judges the entries of a batch or transaction. A transaction is refused whole; of a batch only the entries that are
 * denied are, in their places. What remains runs within the narrowest reach of its entries.
 */
final class BundleGate {

    private static final int MOST_ENTRIES = 5_000;

    private final AccessPolicy policy;
    private final RequestDemands demands;
    private final Refusals refusals;

    BundleGate(AccessPolicy policy, RequestDemands demands, Refusals refusals) {
        this.refusals = refusals;
        this.policy = policy;
        this.demands = demands;
    }

    void judge(ServletRequestDetails request, Requester requester) {
        if (!(request.getResource() instanceof Bundle bundle)) {
            throw new InvalidRequestException("the body must be a Bundle of type `batch` or `transaction`");
        }
        if (bundle.getEntry().size() > MOST_ENTRIES) {
            throw new InvalidRequestException("a Bundle may have at most " + MOST_ENTRIES + " entries");
        }
        DecidedReach.putConditions(
                request,
                bundle.getEntry().stream()
                        .map(entry -> entry.getRequest().getIfNoneExist())
                        .filter(Objects::nonNull)
                        .toList());
        if (bundle.getType() == BundleType.BATCH) {
            judgeEach(request, requester, bundle);
        } else {
            judgeWhole(request, requester, bundle);
        }
    }

    private void judgeWhole(ServletRequestDetails request, Requester requester, Bundle bundle) {
        List<Demand> all = new ArrayList<>();
        bundle.getEntry().forEach(entry -> all.addAll(demands.of(entry)));
        if (all.isEmpty()) {
            DecidedReach.put(request, Reach.nothing());
            return;
        }
        AccessDecision decision = policy.decide(requester, all);
        if (!decision.permits()) {
            throw refusals.of(decision);
        }
        Optional<Demand> partly = coveredInPart(decision, all);
        if (partly.isPresent()) {
            throw Refusals.restricted(partly.get());
        }
        Reach reach = decision.reach();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            reach = within(reach, entry);
        }
        DecidedReach.put(request, reach);
    }

    private static Reach within(Reach decided, BundleEntryComponent entry) {
        return TakenAlong.within(
                decided, EntryUrl.parse(entry.getRequest().getUrl()).operation());
    }

    /** Reads are held to the restrictions of scopes when their results are shown. */
    private static Optional<Demand> coveredInPart(AccessDecision decision, List<Demand> all) {
        return all.stream()
                .filter(demand -> demand.permission() != Permission.READ && !decision.isUnrestricted(demand))
                .findFirst();
    }

    private void judgeEach(ServletRequestDetails request, Requester requester, Bundle bundle) {
        RefusedEntries refused = new RefusedEntries(bundle.getEntry().size());
        List<BundleEntryComponent> permitted = new ArrayList<>();
        Reach narrowest = null;
        for (int index = 0; index < bundle.getEntry().size(); index++) {
            BundleEntryComponent entry = bundle.getEntry().get(index);
            List<Demand> needed = demands.of(entry);
            AccessDecision decision = policy.decide(requester, needed);
            if (!decision.permits()) {
                refused.forbid(index, Refusals.outcome(decision));
                continue;
            }
            Optional<Demand> partly = coveredInPart(decision, needed);
            if (partly.isPresent()) {
                refused.forbid(index, Refusals.restrictedOutcome(partly.get()));
                continue;
            }
            permitted.add(entry);
            Reach reach = within(decision.reach(), entry);
            narrowest = narrowest == null ? reach : narrowest.and(reach);
        }
        bundle.setEntry(permitted);
        refused.keepWith(request);
        DecidedReach.put(request, narrowest == null ? Reach.nothing() : narrowest);
    }
}
