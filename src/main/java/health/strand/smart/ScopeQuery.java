package health.strand.smart;

import health.strand.access.SearchRestriction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the search parameters behind the question mark of a scope. */
final class ScopeQuery {

    private static final int MAX_RESTRICTIONS = 20;

    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*([:.][A-Za-z0-9_-]+)*");

    /**
     * The common parameters that tell resources apart. The other ones with an underscore shape the answer, as `_count`
     * does: every resource meets them, so as restrictions they would restrict nothing.
     */
    private static final Set<String> COMMON =
            Set.of("_id", "_language", "_lastUpdated", "_profile", "_security", "_source", "_tag");

    private ScopeQuery() {}

    /** Empty when any part cannot be understood: a scope that lost a restriction would grant too much. */
    static Optional<List<SearchRestriction>> parse(String query) {
        String[] parts = query.split("&", -1);
        if (parts.length > MAX_RESTRICTIONS) {
            return Optional.empty();
        }
        List<SearchRestriction> restrictions = new ArrayList<>();
        for (String part : parts) {
            Optional<SearchRestriction> restriction = restriction(part);
            if (restriction.isEmpty()) {
                return Optional.empty();
            }
            restrictions.add(restriction.get());
        }
        return Optional.of(restrictions);
    }

    private static Optional<SearchRestriction> restriction(String part) {
        int equals = part.indexOf('=');
        if (equals < 1) {
            return Optional.empty();
        }
        Optional<String> parameter =
                PercentCode.decode(part.substring(0, equals)).filter(ScopeQuery::tellsApart);
        Optional<String> value = PercentCode.decode(part.substring(equals + 1)).filter(text -> !text.isBlank());
        return parameter.flatMap(name -> value.map(text -> new SearchRestriction(name, text)));
    }

    private static boolean tellsApart(String parameter) {
        return PARAMETER.matcher(parameter).matches()
                && (!parameter.startsWith("_") || COMMON.contains(parameter.split("[:.]", 2)[0]));
    }
}
