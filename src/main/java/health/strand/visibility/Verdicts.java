package health.strand.visibility;

import health.strand.access.Action;
import health.strand.access.ClientRole;
import health.strand.access.ConsentDirective;
import health.strand.access.Effect;
import health.strand.access.Ground;
import health.strand.access.Obligation;
import health.strand.access.PolicyDecisionPoint;
import health.strand.access.Reader;
import health.strand.access.Verdict;
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

    boolean permits(Readers.Asked asked, Cell cell, Instant at) {
        Reader reader = asked.reader();
        List<ConsentDirective> directives = asked.consents();
        if (!permits(reader, cell, Action.ACCESS, directives, at)) {
            return false;
        }
        // what another's app reads leaves the clinic
        boolean leaves = reader.clientRole() == ClientRole.RECIPIENT || reader.clientRole() == ClientRole.PATIENT_APP;
        return !leaves || permits(reader, cell, Action.DISCLOSE, directives, at);
    }

    /** The words of those steps that permit reading. */
    List<Ground> permitting(Readers.Asked asked, Cell cell, Instant at) {
        return decisions.decide(asked.reader(), cell, Action.ACCESS, asked.consents(), at).grounds().stream()
                .filter(ground -> ground.effect() == Effect.PERMIT)
                .toList();
    }

    private boolean permits(Reader reader, Cell cell, Action action, List<ConsentDirective> directives, Instant at) {
        Verdict verdict = decisions.decide(reader, cell, action, directives, at);
        return verdict.permits() && MET.containsAll(verdict.obligations());
    }
}
