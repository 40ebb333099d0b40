package health.strand.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks the shipped policy, with genetics gated, at {@link Records#NOW}. */
final class DecisionAsserts {

    static final PolicyDecisionPoint POINT = new PolicyDecisionPoint(ImplicitPolicy.shipped(), Set.of("GDIS"), true);

    private DecisionAsserts() {}

    static Verdict verdict(Reader reader, Matter matter, ConsentDirective... consents) {
        return POINT.decide(reader, matter, Action.ACCESS, List.of(consents), Records.NOW);
    }

    /** Whether it is permitted, and by whom; the last word is the deciding one. */
    static void reads(Reader reader, Matter matter, Step step, Why why, ConsentDirective... consents) {
        check(verdict(reader, matter, consents), Effect.PERMIT, step, why);
    }

    static void readsNot(Reader reader, Matter matter, Step step, Why why, ConsentDirective... consents) {
        check(verdict(reader, matter, consents), Effect.DENY, step, why);
    }

    static void reads(Reader reader, Matter matter, ConsentDirective... consents) {
        reads(reader, matter, Step.CONSENT_PERMITS, Why.PROVISION_APPLIES, consents);
    }

    static void readsNot(Reader reader, Matter matter, ConsentDirective... consents) {
        readsNot(reader, matter, Step.CONSENT_DENIES, Why.PROVISION_APPLIES, consents);
    }

    static void check(Verdict verdict, Effect effect, Step step, Why why) {
        assertThat(verdict.effect()).as("%s", verdict.grounds()).isEqualTo(effect);
        assertThat(last(verdict.grounds())).isEqualTo(List.of(step, effect, why));
    }

    static ConsentDirective consent(Provision root) {
        return consent("Consent/1", root);
    }

    static ConsentDirective consent(String reference, Provision root) {
        return new ConsentDirective(reference, "1", Readers.ANA, false, root, Readability.READABLE);
    }

    static Provision permit() {
        return Provision.of(Effect.PERMIT);
    }

    static Provision deny() {
        return Provision.of(Effect.DENY);
    }

    private static List<@Nullable Object> last(List<Ground> grounds) {
        Ground last = grounds.get(grounds.size() - 1);
        return Arrays.asList(last.step(), last.effect(), last.why());
    }
}
