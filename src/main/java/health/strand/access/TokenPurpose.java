package health.strand.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The purpose a token names: none, one we know, or one we do not.
 *
 * @param named whether the token names a purpose at all
 * @param known the purpose, if it is one we know
 */
public record TokenPurpose(boolean named, @Nullable PurposeOfUse known) {

    /** A token without a purpose: everything each of the requester's roles is there for. */
    public static TokenPurpose none() {
        return new TokenPurpose(false, null);
    }

    /** A purpose as a token writes it; one that nobody knows includes nothing. */
    public static TokenPurpose of(String code) {
        Optional<PurposeOfUse> known = PurposeOfUse.fromCode(code);
        return new TokenPurpose(true, known.orElse(null));
    }

    boolean includes(PurposeOfUse purpose) {
        return !named || known == purpose;
    }
}
