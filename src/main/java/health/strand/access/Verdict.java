package health.strand.access;

import java.util.List;
import java.util.Set;

/**
 * Whether matter may be read: yes or no, the word of every step that spoke, and what a yes obliges to.
 *
 * @param consents those by which it was decided; none where the base policy, or whose record it is, had the last word
 */
public record Verdict(Effect effect, List<Ground> grounds, Set<Obligation> obligations, Set<DecidingConsent> consents) {

    public Verdict {
        grounds = List.copyOf(grounds);
        obligations = Set.copyOf(obligations);
        consents = Set.copyOf(consents);
    }

    /** Whether the effect is to permit. */
    public boolean permits() {
        return effect == Effect.PERMIT;
    }
}
