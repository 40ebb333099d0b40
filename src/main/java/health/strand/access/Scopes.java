package health.strand.access;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scopes of a token: an upper bound on what may be asked with it. */
public record Scopes(List<Scope> all) {

    public Scopes {
        all = all.stream().distinct().toList();
    }

    /** No scope at all. */
    public static Scopes none() {
        return new Scopes(List.of());
    }

    /** These scopes. */
    public static Scopes of(Scope... scopes) {
        return new Scopes(List.of(scopes));
    }

    /** The scopes whose words cover the demand, whatever their context and restrictions. */
    public Stream<Scope> covering(Demand demand) {
        return all.stream().filter(scope -> scope.covers(demand));
    }

    /** Whether there are scopes and all of them speak in this context. */
    public boolean areOnly(ScopeContext context) {
        return !all.isEmpty() && all.stream().allMatch(scope -> scope.context() == context);
    }

    /** The scopes as an OAuth scope string. */
    @Override
    public String toString() {
        return all.stream().map(Scope::toString).collect(Collectors.joining(" "));
    }
}
