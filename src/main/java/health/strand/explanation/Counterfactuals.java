package health.strand.explanation;

import health.strand.access.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the smallest changes that turn an answer, by asking the engine again with each of them. What the engine does not
 * confirm is not said.
 */
final class Counterfactuals {

    private static final int MOST_TOGETHER = 3;
    private static final int MOST_TRIED = 16;

    private final Decisions decisions;

    Counterfactuals(Decisions decisions) {
        this.decisions = decisions;
    }

    /** One change each where single ones suffice; else two together, or three; empty where nothing that was tried does. */
    List<Counterfactual> of(Inquiry inquiry, Effect effect, Set<String> gated, Set<String> speaking) {
        Changes changes = new Changes(inquiry, gated);
        List<Change> tried = effect == Effect.DENY ? changes.opening(speaking) : changes.shutting(speaking);
        Effect other = effect == Effect.DENY ? Effect.PERMIT : Effect.DENY;
        for (int together = 1; together <= MOST_TOGETHER; together++) {
            List<Counterfactual> found = new ArrayList<>();
            search(inquiry, tried.subList(0, Math.min(tried.size(), MOST_TRIED)), together, List.of(), other, found);
            if (!found.isEmpty()) {
                return withoutNames(found);
            }
        }
        return List.of();
    }

    private void search(
            Inquiry changed,
            List<Change> left,
            int more,
            List<Change> made,
            Effect wanted,
            List<Counterfactual> found) {
        if (more == 0) {
            if (decisions.permits(changed) == (wanted == Effect.PERMIT)) {
                found.add(new Counterfactual(wanted, made));
            }
            return;
        }
        for (int index = 0; index < left.size(); index++) {
            Change next = left.get(index);
            List<Change> all = new ArrayList<>(made);
            all.add(next);
            search(next.made().apply(changed), left.subList(index + 1, left.size()), more - 1, all, wanted, found);
        }
    }

    /** Where a consent for everybody who reads for a purpose suffices, one that names the reader is not needed. */
    private static List<Counterfactual> withoutNames(List<Counterfactual> found) {
        boolean unnamed = found.stream().anyMatch(each -> has(each, Change.Kind.CONSENT_PERMITS));
        return unnamed
                ? found.stream()
                        .filter(each -> !has(each, Change.Kind.CONSENT_NAMES_READER))
                        .toList()
                : found;
    }

    private static boolean has(Counterfactual one, Change.Kind kind) {
        return one.changes().stream().anyMatch(change -> change.kind() == kind);
    }
}
