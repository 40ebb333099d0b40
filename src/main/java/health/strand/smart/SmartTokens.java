package health.strand.smart;

import health.strand.access.PatientId;
import health.strand.access.ScopeContext;
import health.strand.access.Scopes;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads the claims of verified access tokens. */
public final class SmartTokens {

    private final ScopeParser scopeParser = new ScopeParser();

    /**
     * The token in our terms. A claim that is not what it should be counts as absent.
     *
     * @throws InvalidBearerTokenException if it names no subject, client or expiry
     */
    public SmartToken read(Jwt jwt) {
        Optional<FhirUser> user = Optional.ofNullable(text(jwt, "fhirUser")).flatMap(FhirUser::parse);
        Scopes scopes = scopeParser.parse(scopeString(jwt)).scopes();
        return new SmartToken(
                required("sub", text(jwt, "sub")),
                required("azp", clientId(jwt)),
                user.map(FhirUser::type).orElse(null),
                user.map(FhirUser::id).orElse(null),
                patient(jwt),
                scopes,
                TokenPurposes.read(jwt.getClaims().get("purpose_of_use")),
                text(jwt, "sid"),
                jwt.getIssuedAt() == null ? Instant.EPOCH : jwt.getIssuedAt(),
                expiry(jwt),
                text(jwt, "acr"),
                authenticatedAt(jwt),
                isSystem(jwt, scopes));
    }

    /** Keycloak writes `azp`, other servers `client_id` (RFC 9068). */
    static @Nullable String clientId(Jwt jwt) {
        String authorizedParty = text(jwt, "azp");
        return authorizedParty == null ? text(jwt, "client_id") : authorizedParty;
    }

    /** A claim that is a text with something in it. */
    static @Nullable String text(Jwt jwt, String claim) {
        return jwt.getClaims().get(claim) instanceof String text && !text.isBlank() ? text : null;
    }

    private static @Nullable Instant authenticatedAt(Jwt jwt) {
        return jwt.getClaims().get("auth_time") instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : null;
    }

    /** Any trace of a user, readable or not, makes it a user's token. */
    private static boolean isSystem(Jwt jwt, Scopes scopes) {
        return !jwt.hasClaim("fhirUser") && !jwt.hasClaim("sid") && scopes.areOnly(ScopeContext.SYSTEM);
    }

    private static @Nullable PatientId patient(Jwt jwt) {
        String id = text(jwt, "patient");
        return id != null && PatientId.isValid(id) ? new PatientId(id) : null;
    }

    private static String scopeString(Jwt jwt) {
        Object scope = jwt.getClaims().get("scope");
        if (scope instanceof Collection<?> words) {
            return words.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return scope instanceof String text ? text : "";
    }

    private static Instant expiry(Jwt jwt) {
        Instant expiry = jwt.getExpiresAt();
        if (expiry == null) {
            throw new InvalidBearerTokenException("the token has no `exp`");
        }
        return expiry;
    }

    private static String required(String claim, @Nullable String value) {
        if (value == null) {
            throw new InvalidBearerTokenException("the token has no `" + claim + "`");
        }
        return value;
    }
}
