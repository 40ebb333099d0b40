package health.strand.enforcement;

import health.strand.access.AccessDecision;
import health.strand.access.Allowance;
import health.strand.access.Demand;
import health.strand.access.SearchRestriction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the restrictions of scopes ({@code ?category=laboratory}, SMART App Launch 2.2 section 3.0.2.3) into search
 * parameters, so that a search under such scopes finds, counts and pages only what they cover.
 */
final class Narrowing {

    private Narrowing() {}

    /** Parameters to add; empty when the scopes together cannot be said as one conjunction of parameters. */
    static Optional<Map<String, List<String>>> of(AccessDecision decision, Demand demand) {
        if (decision.isUnrestricted(demand)) {
            return Optional.of(Map.of());
        }
        List<Allowance> whole = decision.allowances(demand).stream()
                .filter(allowance ->
                        allowance.patients().covers(decision.reach().patients()))
                .toList();
        if (whole.size() == 1) {
            return Optional.of(conjunction(whole.get(0).restrictions()));
        }
        return whole.isEmpty() ? Optional.empty() : disjunction(whole);
    }

    private static Map<String, List<String>> conjunction(List<SearchRestriction> restrictions) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        restrictions.forEach(each -> parameters
                .computeIfAbsent(each.parameter(), name -> new ArrayList<>())
                .add(each.value()));
        return parameters;
    }

    /** Several scopes with one restriction each on the same parameter are that parameter with several values. */
    private static Optional<Map<String, List<String>>> disjunction(List<Allowance> alternatives) {
        if (alternatives.stream().anyMatch(each -> each.restrictions().size() != 1)) {
            return Optional.empty();
        }
        List<SearchRestriction> each =
                alternatives.stream().map(one -> one.restrictions().get(0)).toList();
        Set<String> names = each.stream().map(SearchRestriction::parameter).collect(Collectors.toSet());
        if (names.size() != 1) {
            return Optional.empty();
        }
        String either = each.stream().map(SearchRestriction::value).collect(Collectors.joining(","));
        return Optional.of(Map.of(names.iterator().next(), List.of(either)));
    }
}
