package health.strand.explanation;

import health.strand.access.Effect;
import health.strand.access.Ground;
import health.strand.access.Matter;
import health.strand.access.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the engine, and says in order what each of its rules answered. */
public final class Explainer {

    private final Decisions decisions;
    private final Function<Matter, Set<String>> gates;

    /** @param gates the codes of matter that a consent must name to open it */
    public Explainer(Decisions decisions, Function<Matter, Set<String>> gates) {
        this.decisions = decisions;
        this.gates = gates;
    }

    /**
     * Explains the answer to an inquiry.
     *
     * @param later the same inquiry as it will be asked at a later instant
     * @param boundaries the instants after now at which something it is decided by changes
     */
    public Explanation explain(Inquiry inquiry, Function<Instant, Inquiry> later, SortedSet<Instant> boundaries) {
        Decisions.Answer answer = decisions.of(inquiry);
        Effect effect = answer.effect();
        Set<String> gated = gates.apply(inquiry.matter());
        return new Explanation(
                inquiry,
                effect,
                steps(answer),
                consents(inquiry, answer.verdict()),
                new java.util.TreeSet<>(gated),
                answer.verdict().obligations(),
                until(effect, later, boundaries),
                new Counterfactuals(decisions).of(inquiry, effect, gated, speaking(answer.verdict(), effect)));
    }

    private @Nullable Instant until(Effect effect, Function<Instant, Inquiry> later, SortedSet<Instant> boundaries) {
        boolean permitted = effect == Effect.PERMIT;
        return boundaries.stream()
                .filter(at -> decisions.permits(later.apply(at)) != permitted)
                .findFirst()
                .orElse(null);
    }

    private static Set<String> speaking(Verdict verdict, Effect effect) {
        return verdict.grounds().stream()
                .filter(ground -> ground.effect() == effect && ground.consent() != null)
                .map(ground -> String.valueOf(ground.consent()))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static List<ConsentWord> consents(Inquiry inquiry, Verdict verdict) {
        return inquiry.consents().stream()
                .sorted(Comparator.comparing(each -> each.reference()))
                .map(each -> new ConsentWord(
                        each.reference(),
                        each.version(),
                        verdict.grounds().stream()
                                .filter(ground -> each.reference().equals(ground.consent()))
                                .toList()))
                .toList();
    }

    private static List<StepWord> steps(Decisions.Answer answer) {
        Rule last = last(answer);
        return java.util.Arrays.stream(Rule.values())
                .map(rule -> step(rule, answer, last))
                .toList();
    }

    private static StepWord step(Rule rule, Decisions.Answer answer, Rule last) {
        if (rule == Rule.ROLE) {
            StepWord.Said said = answer.opened() ? StepWord.Said.NOTHING : StepWord.Said.DENY;
            return new StepWord(rule, said, rule == last, List.of());
        }
        List<Ground> grounds = answer.verdict().grounds().stream()
                .filter(ground -> Rule.of(ground.step()) == rule)
                .toList();
        return new StepWord(rule, said(grounds, rule.compareTo(last) > 0), rule == last, grounds);
    }

    private static StepWord.Said said(List<Ground> grounds, boolean tooLate) {
        if (grounds.stream().anyMatch(ground -> ground.effect() == Effect.DENY)) {
            return StepWord.Said.DENY;
        }
        if (grounds.stream().anyMatch(ground -> ground.effect() == Effect.PERMIT)) {
            return StepWord.Said.PERMIT;
        }
        return tooLate && grounds.isEmpty() ? StepWord.Said.NOT_ASKED : StepWord.Said.NOTHING;
    }

    /** A denial is spoken by the first that denies, and a permit by the last that permits. */
    private static Rule last(Decisions.Answer answer) {
        if (!answer.opened()) {
            return Rule.ROLE;
        }
        Verdict verdict = answer.verdict();
        Effect effect = verdict.effect();
        Comparator<Rule> order = Comparator.naturalOrder();
        return verdict.grounds().stream()
                // an obligation nobody can carry out turns the permit it comes with
                .filter(ground ->
                        ground.effect() == effect || !verdict.obligations().isEmpty())
                .map(ground -> Rule.of(ground.step()))
                .min(effect == Effect.DENY && verdict.obligations().isEmpty() ? order : order.reversed())
                .orElse(Rule.NOTHING_MATCHED);
    }
}
