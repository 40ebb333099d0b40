package health.strand.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Decides from consents and base policy whether a reader may see matter (sections 3.1 to 3.3, steps 4 to 10).
 *
 * <p>Scopes and roles have been asked before, see {@link AccessPolicy}; this can only narrow what they leave open.
 */
public final class PolicyDecisionPoint {

    private final BasePolicy base;
    private final Set<String> gated;

    /**
     * A point that decides by this policy.
     *
     * @param gated sensitivity codes that are opened by a consent that names them, and by nothing else
     */
    public PolicyDecisionPoint(BasePolicy base, Set<String> gated) {
        this.base = base;
        this.gated = Set.copyOf(gated);
    }

    /** Permits when every patient's part of the matter is permitted. Consents of other patients are passed over. */
    public Verdict decide(
            Reader reader, Matter matter, Action action, Collection<ConsentDirective> directives, Instant at) {
        return new Verdict(Effect.DENY, List.of(), Set.of());
    }
}
