package health.strand.smart;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Makes the decoder that every access token has to pass.
 *
 * <p>A token that is at fault ends in a {@link org.springframework.security.oauth2.jwt.BadJwtException}; when the
 * issuer's keys cannot be had, it is another {@link org.springframework.security.oauth2.jwt.JwtException}, because then
 * the fault is ours.
 */
public final class AccessTokenDecoder {

    private AccessTokenDecoder() {}

    /** A decoder for these properties. The keys are fetched when the first token arrives, not now. */
    public static JwtDecoder of(SmartProperties properties, Clock clock) {
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor(IssuerKeys.at(properties.keys())));
        decoder.setJwtValidator(TokenRules.of(properties, clock));
        return new RememberedTokens(decoder, clock);
    }

    private static ConfigurableJWTProcessor<SecurityContext> processor(JWKSource<SecurityContext> keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        // the claims are judged once, by TokenRules, against our own clock
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }
}
