package health.strand.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One SMART scope: in a context, these permissions on a type (or `*`), only for resources that meet every restriction.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART scopes</a>
 */
public record Scope(
        ScopeContext context, String resourceType, Set<Permission> permissions, List<SearchRestriction> restrictions) {

    /** Stands for every type of resource. */
    public static final String ANY_TYPE = "*";

    private static final Pattern TYPE = Pattern.compile("\\*|[A-Z][A-Za-z]{1,63}");

    public Scope {
        if (!TYPE.matcher(resourceType).matches()) {
            throw new IllegalArgumentException("a scope names a resource type or `*`");
        }
        if (permissions.isEmpty()) {
            throw new IllegalArgumentException("a scope has at least one permission");
        }
        permissions = Set.copyOf(permissions);
        restrictions = List.copyOf(restrictions);
    }

    /** A scope without restrictions. */
    public static Scope of(ScopeContext context, String resourceType, Permission first, Permission... rest) {
        return new Scope(context, resourceType, EnumSet.of(first, rest), List.of());
    }

    /** Whether the scope's words cover the demand; its restrictions are still to be met. */
    public boolean covers(Demand demand) {
        return permissions.contains(demand.permission())
                && (resourceType.equals(ANY_TYPE) || resourceType.equals(demand.resourceType()));
    }

    /** The scope in the one way we write it, in the syntax of version 2. */
    @Override
    public String toString() {
        return context.code() + "/" + resourceType + "." + ScopeText.letters(permissions)
                + ScopeText.query(restrictions);
    }
}
