package health.strand.visibility;

import health.strand.access.Audience;
import health.strand.access.DecidingConsent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was decided about one cell, gathered span by span; spans that follow one another become one. */
final class CompiledCell {

    private record Place(Audience audience, String client) {}

    private final Cell cell;
    private final Map<Place, List<Grant>> granted = new HashMap<>();
    private final Map<Place, List<Grant>> withheld = new HashMap<>();
    private final Map<Place, Map<DecidingConsent, List<Reliance>>> reliances = new HashMap<>();
    private final Set<String> dependencies = new HashSet<>();

    CompiledCell(Cell cell) {
        this.cell = cell;
    }

    Cell cell() {
        return cell;
    }

    void grant(Audience audience, String client, Instant starts, Instant until) {
        append(granted, new Grant(audience, client, starts, until));
    }

    void withhold(Audience audience, String client, Instant starts, Instant until) {
        append(withheld, new Grant(audience, client, starts, until));
    }

    /** Notes the consents by which it was decided. */
    void rest(Audience audience, String client, Decision decision, Instant starts, Instant until) {
        decision.consents()
                .forEach(consent -> append(new Reliance(audience, client, decision.permits(), consent, starts, until)));
    }

    /** Notes that it was decided by what stands behind a reference, though no consent names that. */
    void dependOn(String reference) {
        dependencies.add(reference);
    }

    private static void append(Map<Place, List<Grant>> all, Grant next) {
        List<Grant> spans = all.computeIfAbsent(new Place(next.audience(), next.client()), place -> new ArrayList<>());
        Grant last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (last != null && !last.until().isBefore(next.starts())) {
            spans.set(spans.size() - 1, new Grant(last.audience(), last.client(), last.starts(), next.until()));
        } else {
            spans.add(next);
        }
    }

    private void append(Reliance next) {
        List<Reliance> spans = reliances
                .computeIfAbsent(new Place(next.audience(), next.client()), place -> new HashMap<>())
                .computeIfAbsent(next.consent(), consent -> new ArrayList<>());
        Reliance last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
        if (last != null && last.permits() == next.permits() && !last.until().isBefore(next.starts())) {
            spans.set(
                    spans.size() - 1,
                    new Reliance(
                            last.audience(),
                            last.client(),
                            last.permits(),
                            last.consent(),
                            last.starts(),
                            next.until()));
        } else {
            spans.add(next);
        }
    }

    List<Reliance> reliances() {
        return reliances.values().stream()
                .flatMap(each -> each.values().stream())
                .flatMap(List::stream)
                .toList();
    }

    List<Grant> granted() {
        return granted.values().stream().flatMap(List::stream).toList();
    }

    List<Grant> withheld() {
        return withheld.values().stream().flatMap(List::stream).toList();
    }

    Set<String> dependencies() {
        return dependencies;
    }
}
