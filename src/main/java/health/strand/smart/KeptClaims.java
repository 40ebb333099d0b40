package health.strand.smart;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.Jwt;

/** What of a verified token is kept in a link, so that it can be decided once more for the same person in the same app. */
public final class KeptClaims {

    private static final List<String> AS_THEY_ARE = List.of(
            "sub", "azp", "client_id", "fhirUser", "patient", "scope", "purpose_of_use", "sid", "acr", "auth_time");

    private static final String ISSUED = "iat";
    private static final String EXPIRES = "exp";

    private KeptClaims() {}

    /** As they go into JSON, times in seconds. */
    public static Map<String, Object> of(Jwt token) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String claim : AS_THEY_ARE) {
            Object value = token.getClaims().get(claim);
            if (value != null) {
                kept.put(claim, value);
            }
        }
        Optional.ofNullable(token.getIssuedAt()).ifPresent(at -> kept.put(ISSUED, at.getEpochSecond()));
        Optional.ofNullable(token.getExpiresAt()).ifPresent(at -> kept.put(EXPIRES, at.getEpochSecond()));
        return kept;
    }

    /** The token they are of, as far as it is read here. It was verified when they were kept. */
    public static Jwt again(Map<String, Object> kept) {
        Jwt.Builder token = Jwt.withTokenValue("kept").header("alg", "none");
        AS_THEY_ARE.stream().filter(kept::containsKey).forEach(claim -> token.claim(claim, kept.get(claim)));
        time(kept, ISSUED).ifPresent(token::issuedAt);
        time(kept, EXPIRES).ifPresent(token::expiresAt);
        return token.build();
    }

    private static Optional<Instant> time(Map<String, Object> kept, String claim) {
        return kept.get(claim) instanceof Number seconds
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }
}
