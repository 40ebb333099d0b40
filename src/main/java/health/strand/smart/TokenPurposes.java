package health.strand.smart;

import health.strand.access.TokenPurpose;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code purpose_of_use} claim: one code of v3-ActReason, alone or as the only one of a list, bare or after the
 * code system's OID. A token is for one purpose; with several it is for none that we know.
 */
final class TokenPurposes {

    private static final String UNREADABLE = "?";

    private TokenPurposes() {}

    static TokenPurpose read(@Nullable Object claim) {
        if (claim == null) {
            return TokenPurpose.none();
        }
        if (claim instanceof Collection<?> several) {
            return several.size() == 1 ? read(several.iterator().next()) : TokenPurpose.of(UNREADABLE);
        }
        return claim instanceof String text
                ? TokenPurpose.of(text.substring(text.lastIndexOf('#') + 1))
                : TokenPurpose.of(UNREADABLE);
    }
}
