package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Asks the engine and the naive evaluator the same; answer, obligation and every consent's word must be the same. */
class NaiveDecisionTest {

    private static final int CASES = 100_000;
    private static final int TABLES = 20;

    @Test
    void agreesOnRandomCases() {
        long seed = Long.getLong("strand.seed", System.nanoTime());
        System.out.println("NaiveDecisionTest: -Dstrand.seed=" + seed);
        List<RandomTables> tables = tables(seed);
        List<ImplicitPolicy> policies =
                tables.stream().map(RandomTables::policy).toList();
        RandomCases cases = new RandomCases(seed);
        int permitted = 0;
        int spoken = 0;
        for (int i = 0; i < CASES; i++) {
            int table = i % 2 == 0 ? 0 : i % TABLES;
            NaiveDecision naive = new NaiveDecision(
                    tables.get(table).rights(),
                    cases.gate(),
                    cases.absoluteOptOut(),
                    cases.reader(),
                    cases.facts(),
                    cases.action(),
                    cases.consents(),
                    cases.instant());
            permitted += agree(policies.get(table), naive, "seed " + seed + ", case " + i) ? 1 : 0;
            spoken += naive.consentWords().isEmpty() ? 0 : 1;
        }
        System.out.println(
                "NaiveDecisionTest: " + permitted + " of " + CASES + " permitted, consents spoke in " + spoken);
        assertThat(permitted).isBetween(CASES / 10, CASES * 9 / 10);
        assertThat(spoken).isGreaterThan(CASES / 4);
    }

    @Test
    void agreesOnEveryPairOfSmallTrees() {
        RandomTables table = RandomTables.shipped();
        ImplicitPolicy policy = table.policy();
        List<Provision> trees = trees();
        int cases = 0;
        for (Reader reader : readers()) {
            for (ResourceFacts facts : List.of(Records.density(), Records.study(), Records.marker())) {
                for (Provision one : trees) {
                    for (Provision other : trees) {
                        List<ConsentDirective> consents =
                                List.of(consent("Consent/1", one), consent("Consent/2", other));
                        agree(
                                policy,
                                new NaiveDecision(
                                        table.rights(),
                                        Set.of("GDIS"),
                                        true,
                                        reader,
                                        facts,
                                        Action.ACCESS,
                                        consents,
                                        Records.NOW),
                                "enumerated");
                        cases++;
                    }
                }
            }
        }
        System.out.println("NaiveDecisionTest: " + cases + " enumerated");
        assertThat(cases).isGreaterThan(50_000);
    }

    private static boolean agree(ImplicitPolicy policy, NaiveDecision naive, String label) {
        Verdict verdict = new PolicyDecisionPoint(policy, naive.gate(), naive.absoluteOptOut())
                .decide(naive.reader(), naive.facts(), naive.asked(), naive.consents(), naive.at());
        String answer = !verdict.permits() ? "deny" : verdict.obligations().isEmpty() ? "permit" : "minimum";
        if (!answer.equals(naive.answer()) || !words(verdict).equals(naive.consentWords())) {
            throw new AssertionError(label + ": engine " + answer + " " + verdict.grounds() + ", naive "
                    + naive.answer() + " " + naive.consentWords() + " for " + naive);
        }
        return verdict.permits();
    }

    private static Set<String> words(Verdict verdict) {
        Set<String> words = new TreeSet<>();
        for (Ground each : verdict.grounds()) {
            if (each.consent() != null) {
                words.add(each.patient() + " " + each.consent() + " " + each.effect() + " " + each.provisionPath());
            }
        }
        return words;
    }

    private static List<RandomTables> tables(long seed) {
        Random random = new Random(seed);
        List<RandomTables> tables = new ArrayList<>(List.of(RandomTables.shipped()));
        while (tables.size() < TABLES) {
            tables.add(RandomTables.random(random));
        }
        return tables;
    }

    private static List<Reader> readers() {
        return List.of(
                Readers.sora(),
                Readers.ito(),
                Readers.through(Readers.ana(), ClientRole.PATIENT_APP),
                Readers.pat(),
                Readers.with(Readers.loader(), Map.of()));
    }

    /** A root alone, and a root with one nested provision, each with one of a few elements. */
    private static List<Provision> trees() {
        List<Provision> nodes = new ArrayList<>();
        for (Effect type : Effect.values()) {
            Provision any = Provision.of(type);
            nodes.add(any);
            nodes.add(any.withConfidentialities(Confidentiality.NORMAL));
            nodes.add(any.withSensitivities("GDIS"));
            nodes.add(any.withActors(ActorCriterion.of("Practitioner/sora")));
        }
        List<Provision> trees = new ArrayList<>(nodes);
        for (Provision root : nodes) {
            nodes.forEach(nested -> trees.add(root.withProvisions(nested)));
        }
        return trees;
    }

    private static ConsentDirective consent(String reference, Provision root) {
        return new ConsentDirective(reference, "1", Readers.ANA, false, root, Readability.READABLE);
    }
}
