package health.strand.smart;

import health.strand.access.Scopes;
import java.util.List;

/**
 * What a scope string grants.
 *
 * @param refused the parts that look like scopes on resources but could not be understood, and so grant nothing
 */
public record ParsedScopes(Scopes scopes, List<String> refused) {

    public ParsedScopes {
        refused = List.copyOf(refused);
    }
}
