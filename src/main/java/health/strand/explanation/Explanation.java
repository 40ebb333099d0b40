package health.strand.explanation;

import health.strand.access.Effect;
import health.strand.access.Obligation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Why an inquiry was answered as it was.
 *
 * @param steps every rule in its order
 * @param consents every consent that takes part
 * @param gated codes of the matter that a consent must name to open it
 * @param until from when on the answer is another, as far as is known now; null when no time is known
 * @param counterfactuals the smallest changes that would turn the answer
 */
public record Explanation(
        Inquiry inquiry,
        Effect effect,
        List<StepWord> steps,
        List<ConsentWord> consents,
        SortedSet<String> gated,
        Set<Obligation> obligations,
        @Nullable Instant until,
        List<Counterfactual> counterfactuals) {

    public Explanation {
        steps = List.copyOf(steps);
        consents = List.copyOf(consents);
        gated = new TreeSet<>(gated);
        obligations = Set.copyOf(obligations);
        counterfactuals = List.copyOf(counterfactuals);
    }

    /** The rule that had the last word. */
    public StepWord decisive() {
        return steps.stream()
                .filter(StepWord::decides)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule decided"));
    }

    /** A word for what the answer rests on. */
    public String why() {
        StepWord last = decisive();
        if (last.rule() == Rule.ROLE) {
            return "role-does-not-cover";
        }
        if (!obligations.isEmpty()) {
            return "parts-not-given";
        }
        return last.grounds().stream()
                .filter(ground -> ground.effect() == effect)
                .findFirst()
                .map(ground -> ground.why().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("nothing-matched");
    }
}
