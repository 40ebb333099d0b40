package health.strand.access;

import java.util.List;
import java.util.Set;

/** Whether matter may be read: yes or no, the word of every step that spoke, and what a yes obliges to. */
public record Verdict(Effect effect, List<Ground> grounds, Set<Obligation> obligations) {

    public Verdict {
        grounds = List.copyOf(grounds);
        obligations = Set.copyOf(obligations);
    }

    /** Whether the effect is to permit. */
    public boolean permits() {
        return effect == Effect.PERMIT;
    }
}
