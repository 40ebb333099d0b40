package health.strand.smart;

import health.strand.access.Scope;
import health.strand.access.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads OAuth scope strings, in the syntax of SMART 2 and of SMART 1.
 *
 * <p>It never throws: what it cannot understand grants nothing. A string beyond the limits grants nothing at all,
 * because half of it might lack a restriction the other half was meant to carry.
 *
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART scopes</a>
 */
public final class ScopeParser {

    /** The longest scope string that is read. */
    public static final int MAX_LENGTH = 64 * 1024;

    /** The most scopes a token may hold. */
    public static final int MAX_SCOPES = 2_000;

    private static final Pattern ON_RESOURCES = Pattern.compile("(patient|user|system)/.*");

    /** The scopes on resources among the space-separated scopes; others, like `openid`, are passed over. */
    public ParsedScopes parse(String scopeString) {
        if (scopeString.length() > MAX_LENGTH) {
            return nothingBut("more than " + MAX_LENGTH + " characters");
        }
        String[] words = scopeString.split(" ", -1);
        if (words.length > MAX_SCOPES) {
            return nothingBut("more than " + MAX_SCOPES + " scopes");
        }
        List<Scope> scopes = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String word : words) {
            if (ON_RESOURCES.matcher(word).matches()) {
                Optional<Scope> scope = ScopeWord.parse(word);
                scope.ifPresentOrElse(scopes::add, () -> refused.add(word));
            }
        }
        return new ParsedScopes(new Scopes(scopes), refused);
    }

    private static ParsedScopes nothingBut(String refusal) {
        return new ParsedScopes(Scopes.none(), List.of(refusal));
    }
}
