package health.strand.smart;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what the authorization server says of somebody's signing in. */
final class SignIns {

    static final String SIGN_IN = "https://strand.health/secevent/sign-in";

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.\\-]{1,64}");
    private static final Pattern USER = Pattern.compile("(?:Patient|Practitioner|RelatedPerson)/[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:%]{2,64}");
    private static final Pattern CLIENT = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private SignIns() {}

    static Optional<SetEvent> read(JWTClaimsSet claims, Map<?, ?> said) {
        Instant at = said.get("event_timestamp") instanceof Number millis
                ? Instant.ofEpochMilli(millis.longValue())
                : claims.getIssueTime().toInstant();
        String id = claims.getJWTID();
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        return deed(said)
                .map(deed -> new SignInEvent(
                        UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)),
                        deed,
                        member(said, "fhir_user", USER),
                        member(said, "client", CLIENT),
                        member(said, "address", ADDRESS),
                        member(said, "grant", WORD),
                        member(said, "error", WORD),
                        at));
    }

    private static Optional<SignInEvent.Deed> deed(Map<?, ?> said) {
        return Arrays.stream(SignInEvent.Deed.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(said.get("deed")))
                .findFirst();
    }

    /** What has not the form it must have is left out: an app's name can be anything that somebody typed. */
    private static @Nullable String member(Map<?, ?> said, String name, Pattern form) {
        return said.get(name) instanceof String text && form.matcher(text).matches() ? text : null;
    }
}
