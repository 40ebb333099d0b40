package health.strand.smart;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What must be true of the claims of an access token whose signature is good. */
final class TokenRules {

    /** How far apart the issuer's clock and ours may be. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private TokenRules() {}

    static OAuth2TokenValidator<Jwt> of(SmartProperties properties, Clock clock) {
        JwtTimestampValidator timestamps = new JwtTimestampValidator(SKEW);
        timestamps.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                timestamps,
                rule("the token has another issuer", jwt -> isFrom(properties.issuer(), jwt)),
                rule("the token is meant for another audience", jwt -> isFor(properties.audience(), jwt)),
                rule("the token is no access token", TokenRules::isAccessToken),
                rule("the token is bound to a key that was not shown", jwt -> !jwt.hasClaim("cnf")),
                rule("the token lacks `exp`, `sub` or `azp`", TokenRules::isComplete)));
    }

    private static boolean isFrom(URI issuer, Jwt jwt) {
        return issuer.toString().equals(jwt.getClaimAsString("iss"));
    }

    private static boolean isFor(String audience, Jwt jwt) {
        List<String> audiences = jwt.getAudience();
        return audiences != null && audiences.contains(audience);
    }

    /** Keycloak marks ID and refresh tokens, which it signs too, in a claim; other issuers leave it out. */
    private static boolean isAccessToken(Jwt jwt) {
        return !jwt.hasClaim("typ") || "Bearer".equals(jwt.getClaims().get("typ"));
    }

    private static boolean isComplete(Jwt jwt) {
        return jwt.getExpiresAt() != null && SmartTokens.text(jwt, "sub") != null && SmartTokens.clientId(jwt) != null;
    }

    private static OAuth2TokenValidator<Jwt> rule(String complaint, Predicate<Jwt> holds) {
        OAuth2Error error = new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, complaint, null);
        return jwt ->
                holds.test(jwt) ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(error);
    }
}
