package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever is told only what means them decides as with the whole. */
class HearerTest {

    private static final int CASES = 20_000;

    @Test
    void changesNoDecisionByLeavingOutWhatMeansOthers() {
        RandomCases cases = new RandomCases(20263);
        PolicyDecisionPoint point =
                new PolicyDecisionPoint(RandomTables.random(new Random(11)).policy(), Set.of("GDIS", "PSY"), true);
        int shorter = 0;
        for (int number = 0; number < CASES; number++) {
            Reader reader = cases.reader();
            ResourceFacts facts = cases.facts();
            Action action = cases.action();
            List<ConsentDirective> consents = cases.consents();
            Instant at = cases.instant();
            List<ConsentDirective> heard =
                    consents.stream().map(each -> each.heardBy(reader, at)).toList();
            shorter += heard.equals(consents) ? 0 : 1;

            Verdict whole = point.decide(reader, facts, action, consents, at);
            Verdict told = point.decide(reader, facts, action, heard, at);

            assertThat(told.effect()).isEqualTo(whole.effect());
            assertThat(told.obligations()).isEqualTo(whole.obligations());
        }
        assertThat(shorter).isGreaterThan(CASES / 20);
    }
}
