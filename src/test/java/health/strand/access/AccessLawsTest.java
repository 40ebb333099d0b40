package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What must hold whatever the rules say. */
class AccessLawsTest {

    private static final int CASES = 20_000;

    private final AccessPolicy policy = new AccessPolicy();
    private final RandomRequests requests = new RandomRequests(20261);

    @Test
    void takesNothingAwayWhenAScopeIsAdded() {
        neverLessThan(requester -> {
            List<Scope> more = new ArrayList<>(requester.scopes().all());
            more.add(requests.scope());
            return with(requester, new Scopes(more), requester.roles());
        });
    }

    @Test
    void addsNothingWhenARoleIsRemoved() {
        neverLessThan(requester -> {
            Set<ClinicRole> more = new HashSet<>(requester.roles());
            more.add(requests.one(List.of(ClinicRole.values())));
            return with(requester, requester.scopes(), more);
        });
    }

    @Test
    void addsNothingWhenAScopeIsRestrictedFurther() {
        neverLessThan(requester -> with(
                requester,
                new Scopes(requester.scopes().all().stream()
                        .map(each -> new Scope(each.context(), each.resourceType(), each.permissions(), List.of()))
                        .toList()),
                requester.roles()));
    }

    @Test
    void reachesForSeveralDemandsWhatEachOfThemReaches() {
        for (int i = 0; i < CASES; i++) {
            Requester requester = requests.requester();
            List<Demand> demands = requests.demands();
            Reach together = policy.decide(requester, demands).reach();
            Reach narrowest = demands.stream()
                    .map(demand -> policy.decide(requester, List.of(demand)).reach())
                    .reduce(Reach::and)
                    .orElseThrow();
            assertThat(together).isEqualTo(narrowest);
        }
    }

    @Test
    void decidesAlikeInAnyOrderAndHoweverOftenADemandIsNamed() {
        Random random = new Random(3);
        for (int i = 0; i < CASES; i++) {
            Requester requester = requests.requester();
            List<Demand> demands = requests.demands();
            List<Demand> shuffled = new ArrayList<>(demands);
            shuffled.addAll(demands);
            Collections.shuffle(shuffled, random);
            AccessDecision one = policy.decide(requester, demands);
            AccessDecision other = policy.decide(requester, shuffled);
            assertThat(other.reach()).isEqualTo(one.reach());
            assertThat(other.allowances()).isEqualTo(one.allowances());
            assertThat(other.objections()).containsExactlyInAnyOrderElementsOf(one.objections());
        }
    }

    @Test
    void permitsOnlyWhenNothingIsHeldAgainstIt() {
        for (int i = 0; i < CASES; i++) {
            AccessDecision decision = policy.decide(requests.requester(), requests.demands());
            assertThat(decision.permits()).isEqualTo(decision.objections().isEmpty());
            if (!decision.permits()) {
                assertThat(decision.reach()).isEqualTo(Reach.nothing());
                assertThat(decision.allowances()).isEmpty();
            }
        }
    }

    /** What the requester gets must be within what the requester with more in hand gets. */
    private void neverLessThan(UnaryOperator<Requester> withMore) {
        for (int i = 0; i < CASES; i++) {
            Requester requester = requests.requester();
            List<Demand> demands = requests.demands();
            AccessDecision less = policy.decide(requester, demands);
            AccessDecision more = policy.decide(withMore.apply(requester), demands);
            if (less.permits()) {
                assertThat(more.permits()).isTrue();
                assertThat(more.reach().and(less.reach())).isEqualTo(less.reach());
                keepsWhatItAdmitted(less, more, demands);
            }
        }
    }

    private void keepsWhatItAdmitted(AccessDecision less, AccessDecision more, List<Demand> demands) {
        for (Demand demand : demands) {
            DataClass dataClass = requests.classOf(demand);
            Set<PatientId> patients = requests.patients();
            Set<SearchRestriction> facts = requests.facts();
            if (less.admits(demand, dataClass, patients, facts::contains)) {
                assertThat(more.admits(demand, dataClass, patients, facts::contains))
                        .isTrue();
            }
        }
    }

    private static Requester with(Requester requester, Scopes scopes, Set<ClinicRole> roles) {
        return Requesters.requester(
                requester.kind(), requester.ownRecords(), requester.contextPatient(), roles, scopes);
    }
}
