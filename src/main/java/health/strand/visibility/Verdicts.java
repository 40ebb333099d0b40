package health.strand.visibility;

import health.strand.access.Action;
import health.strand.access.ClientRole;
import health.strand.access.ConsentDirective;
import health.strand.access.DecidingConsent;
import health.strand.access.Obligation;
import health.strand.access.PolicyDecisionPoint;
import health.strand.access.Reader;
import health.strand.access.Verdict;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
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
        Reader reader = asked.reader();
        List<ConsentDirective> directives = asked.consents();
        Decision access = of(reader, cell, Action.ACCESS, directives, at);
        // what another's app reads leaves the clinic
        boolean leaves = reader.clientRole() == ClientRole.RECIPIENT || reader.clientRole() == ClientRole.PATIENT_APP;
        if (!access.permits() || !leaves) {
            return access;
        }
        Decision disclosure = of(reader, cell, Action.DISCLOSE, directives, at);
        if (!disclosure.permits()) {
            return disclosure;
        }
        Set<DecidingConsent> both = new HashSet<>(access.consents());
        both.addAll(disclosure.consents());
        return new Decision(true, both);
    }

    private Decision of(Reader reader, Cell cell, Action action, List<ConsentDirective> directives, Instant at) {
        Verdict verdict = decisions.decide(reader, cell, action, directives, at);
        boolean unmet = verdict.permits() && !MET.containsAll(verdict.obligations());
        return unmet ? new Decision(false, Set.of()) : new Decision(verdict.permits(), verdict.consents());
    }
}
