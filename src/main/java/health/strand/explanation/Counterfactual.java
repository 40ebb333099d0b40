package health.strand.explanation;

import health.strand.access.Effect;
import java.util.List;

/** What would have the engine say the opposite: the engine was asked, and it would. */
public record Counterfactual(Effect effect, List<Change> changes) {

    public Counterfactual {
        changes = List.copyOf(changes);
    }
}
