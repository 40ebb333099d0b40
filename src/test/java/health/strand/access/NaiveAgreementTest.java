package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Asks the engine and the naive evaluator the same; they must give the same answer, reasons and reach included. */
class NaiveAgreementTest {

    private static final int CASES = 100_000;
    private static final int PROBES = 4;

    private final AccessPolicy policy = new AccessPolicy();

    @Test
    void agreesOnRandomRequests() {
        long seed = Long.getLong("strand.seed", System.nanoTime());
        System.out.println("NaiveAgreementTest: -Dstrand.seed=" + seed);
        RandomRequests requests = new RandomRequests(seed);
        int permitted = 0;
        for (int i = 0; i < CASES; i++) {
            permitted += agreesOn(requests, "seed " + seed + ", case " + i) ? 1 : 0;
        }
        System.out.println("NaiveAgreementTest: " + permitted + " of " + CASES + " permitted");
        assertThat(permitted).isBetween(CASES / 10, CASES * 9 / 10);
    }

    @Test
    void agreesOnEveryRequestOfTheSmallWorld() {
        int cases = 0;
        for (RequesterKind kind : RequesterKind.values()) {
            for (List<Scope> scopes : scopeSets()) {
                for (Set<PatientId> own : ownerships()) {
                    for (PatientId context : contexts()) {
                        for (Set<ClinicRole> roles : roleSets()) {
                            for (boolean strong : new boolean[] {true, false}) {
                                cases += agreesOnAllDemands(
                                        Requesters.requester(kind, own, context, roles, new Scopes(scopes), strong));
                            }
                        }
                    }
                }
            }
        }
        System.out.println("NaiveAgreementTest: " + cases + " enumerated");
        assertThat(cases).isGreaterThan(100_000);
    }

    private int agreesOnAllDemands(Requester requester) {
        int cases = 0;
        for (String type : NaiveAccess.TYPES.keySet()) {
            for (Permission permission : Permission.values()) {
                agree(requester, List.of(new Demand(type, permission)), requester.toString());
                cases++;
            }
        }
        return cases;
    }

    private boolean agreesOn(RandomRequests requests, String label) {
        Requester requester = requests.requester();
        List<Demand> demands = requests.demands();
        AccessDecision decision = agree(requester, demands, label);
        NaiveAccess naive = new NaiveAccess(requester, demands);
        for (int probe = 0; probe < PROBES; probe++) {
            Demand demand = requests.one(demands);
            DataClass dataClass = requests.classOf(demand);
            Set<PatientId> patients = requests.patients();
            Set<SearchRestriction> facts = requests.facts();
            assertThat(decision.admits(demand, dataClass, patients, facts::contains))
                    .as("%s: %s %s %s %s %s", label, requester, demand, dataClass, patients, facts)
                    .isEqualTo(naive.admits(demand, dataClass.number(), patients, facts));
        }
        return decision.permits();
    }

    private AccessDecision agree(Requester requester, List<Demand> demands, String label) {
        AccessDecision decision = policy.decide(requester, demands);
        NaiveAccess naive = new NaiveAccess(requester, demands);
        Set<String> complaints = decision.objections().stream()
                .map(each -> each.reason() + " " + each.demand())
                .collect(Collectors.toCollection(TreeSet::new));
        if (decision.permits() != naive.permits()
                || !complaints.equals(naive.complaints())
                || !decision.reach().equals(reach(naive))) {
            throw new AssertionError(label + ": " + requester + " asks " + demands + ": engine " + decision + ", naive "
                    + naive.complaints() + " " + reach(naive));
        }
        return decision;
    }

    private static Reach reach(NaiveAccess naive) {
        if (!naive.permits()) {
            return Reach.nothing();
        }
        Set<PatientId> patients = naive.patients();
        return new Reach(
                classes(naive.readable()),
                classes(naive.writable()),
                patients == null ? new AllPatients() : new OnlyPatients(patients),
                new Capacity(naive.audiences(), "client", classes(naive.everywhere()), classes(naive.intake())));
    }

    private static Set<DataClass> classes(Set<Integer> numbers) {
        return numbers.stream().map(each -> DataClass.values()[each]).collect(Collectors.toSet());
    }

    /** Nothing, each context alone for reading and for all, and each pair of contexts. */
    private static List<List<Scope>> scopeSets() {
        List<List<Scope>> sets = new ArrayList<>(List.of(List.of()));
        for (ScopeContext one : ScopeContext.values()) {
            sets.add(List.of(Scope.of(one, Scope.ANY_TYPE, Permission.READ, Permission.SEARCH)));
            for (ScopeContext other : ScopeContext.values()) {
                sets.add(List.of(
                        Requesters.everything(one),
                        Scope.of(other, "Observation", Permission.CREATE, Permission.READ)));
            }
        }
        return sets;
    }

    private static List<Set<PatientId>> ownerships() {
        return List.of(Set.of(), Set.of(Requesters.ANA), Set.of(Requesters.ANA, Requesters.BEN));
    }

    private static List<@Nullable PatientId> contexts() {
        List<@Nullable PatientId> contexts = new ArrayList<>();
        contexts.add(null);
        contexts.add(Requesters.ANA);
        contexts.add(new PatientId("stranger"));
        return contexts;
    }

    private static List<Set<ClinicRole>> roleSets() {
        List<Set<ClinicRole>> sets = new ArrayList<>(List.of(Set.of()));
        for (ClinicRole role : ClinicRole.values()) {
            sets.add(Set.of(role));
        }
        sets.add(Set.of(ClinicRole.RECEPTION, ClinicRole.BILLING));
        return sets;
    }
}
