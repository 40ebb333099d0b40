package health.strand.visibility;

import health.strand.access.Action;
import health.strand.access.ConsentDirective;
import health.strand.access.Effect;
import health.strand.access.Ground;
import health.strand.access.Matter;
import health.strand.access.Obligation;
import health.strand.access.PolicyDecisionPoint;
import health.strand.access.PurposeOfUse;
import health.strand.access.Reader;
import health.strand.access.Verdict;
import health.strand.explanation.Inquiry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Asks the engine whether rows may be there for a reader. */
final class Verdicts {

    /** What the way out carries out; an obligation nobody can meet turns the permit into a denial. */
    private static final Set<Obligation> MET = EnumSet.of(Obligation.AUDIT, Obligation.NOTIFY);

    private final PolicyDecisionPoint decisions;

    Verdicts(PolicyDecisionPoint decisions) {
        this.decisions = decisions;
    }

    Decision of(Readers.Asked asked, Cell cell, Instant at) {
        Verdict verdict = verdict(asked.reader(), cell, asking(asked.reader()), asked.consents(), at);
        return new Decision(verdict.permits(), verdict.consents());
    }

    boolean permits(Readers.Asked asked, Cell cell, Instant at) {
        return verdict(asked.reader(), cell, asking(asked.reader()), asked.consents(), at)
                .permits();
    }

    /** Whether matter may be taken in for a purpose, by the consents as they are. */
    boolean collects(
            Reader reader, Matter matter, PurposeOfUse purpose, List<ConsentDirective> directives, Instant at) {
        return decisions.collect(reader, matter, purpose, directives, at).permits();
    }

    /** The words of those steps that permit reading. */
    List<Ground> permitting(Readers.Asked asked, Cell cell, Instant at) {
        return decisions.decide(asked.reader(), cell, Action.ACCESS, asked.consents(), at).grounds().stream()
                .filter(ground -> ground.effect() == Effect.PERMIT)
                .toList();
    }

    /** What a reader does with rows: what another's app reads leaves the clinic. */
    static Action asking(Reader reader) {
        return reader.clientRole().worksForClinic() ? Action.ACCESS : Action.DISCLOSE;
    }

    Verdict answer(Inquiry asked) {
        return verdict(asked.reader(), asked.matter(), asked.action(), asked.consents(), asked.at());
    }

    /** The engine's answer; a permit with an obligation that nobody carries out is a denial with it. */
    Verdict verdict(Reader reader, Matter matter, Action action, List<ConsentDirective> directives, Instant at) {
        Verdict verdict = decisions.decide(reader, matter, action, directives, at);
        return verdict.permits() && !MET.containsAll(verdict.obligations())
                ? new Verdict(Effect.DENY, verdict.grounds(), verdict.obligations(), Set.of())
                : verdict;
    }

    Set<String> gatedCodes(Matter matter) {
        return decisions.gatedCodes(matter);
    }
}
