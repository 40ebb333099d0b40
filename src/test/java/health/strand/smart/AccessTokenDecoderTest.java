package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class AccessTokenDecoderTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static InTestIssuer issuer;

    private JwtDecoder decoder;

    @BeforeAll
    static void openIssuer() {
        issuer = new InTestIssuer(CLOCK);
    }

    @AfterAll
    static void closeIssuer() {
        issuer.close();
    }

    @BeforeEach
    void newDecoder() {
        decoder = AccessTokenDecoder.of(issuer.properties(), CLOCK);
    }

    @Test
    void acceptsAGoodToken() {
        Jwt jwt = decoder.decode(issuer.token(issuer.claims().build()));

        assertThat(jwt.getSubject()).isEqualTo("5f0c7c1e-sora");
        assertThat(new SmartTokens().read(jwt).clientId()).isEqualTo("clinic-desk");
    }

    @Test
    void acceptsTheAccessTokenHeaderType() throws JOSEException {
        assertThat(decoder.decode(signedAs("at+jwt"))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout+jwt", "dpop+jwt", "secevent+jwt"})
    void refusesOtherHeaderTypes(String type) throws JOSEException {
        refuses(signedAs(type));
    }

    @Test
    void refusesAnUnsignedToken() {
        refuses(new PlainJWT(issuer.claims().build()).serialize());
    }

    @Test
    void refusesThePublicKeyUsedAsASecret() throws JOSEException {
        byte[] secret = issuer.key().toRSAPublicKey().getEncoded();
        refuses(signed(JWSAlgorithm.HS256, new MACSigner(secret)));
    }

    @Test
    void refusesEllipticCurves() throws JOSEException {
        refuses(signed(JWSAlgorithm.ES256, new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS256"})
    void refusesOtherSignaturesOfTheRightKey(String algorithm) throws JOSEException {
        refuses(signed(JWSAlgorithm.parse(algorithm), new RSASSASigner(issuer.key())));
    }

    @Test
    void refusesAKeyThatComesWithTheToken() throws JOSEException {
        InTestIssuer stranger = new InTestIssuer(CLOCK);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .jwk(stranger.key().toPublicJWK())
                .build();
        SignedJWT jwt = new SignedJWT(header, issuer.claims().build());
        jwt.sign(new RSASSASigner(stranger.key()));
        stranger.close();
        refuses(jwt.serialize());
    }

    @Test
    void refusesATamperedToken() {
        String[] good = issuer.token(issuer.claims().build()).split("\\.", -1);
        String[] other =
                issuer.token(issuer.claims().subject("somebody-else").build()).split("\\.", -1);
        refuses(good[0] + "." + other[1] + "." + good[2]);
        refuses(good[0] + "." + good[1] + "." + other[2]);
        refuses(good[0] + "." + good[1] + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "eyJhbGciOiJSUzI1NiJ9", "not a token", "e30.e30.e30"})
    void refusesWhatIsNoToken(String text) {
        refuses(text);
    }

    @Test
    void refusesAnotherIssuer() {
        refuses(issuer.claims().issuer(issuer.issuer() + "/").build());
        refuses(issuer.claims().issuer("https://example.org/realms/strand").build());
        refuses(issuer.claims().issuer(null).build());
    }

    @Test
    void refusesAnotherAudience() {
        refuses(issuer.claims().audience(List.of("account")).build());
        refuses(issuer.claims().audience(InTestIssuer.AUDIENCE + "/").build());
        refuses(issuer.claims().audience((String) null).build());
    }

    @Test
    void refusesAnExpiredToken() {
        refuses(expiringIn(Duration.ofSeconds(-31)));
        refuses(issuer.claims().expirationTime(null).build());
        assertThat(decoder.decode(issuer.token(expiringIn(Duration.ofSeconds(-29)))))
                .isNotNull();
    }

    @Test
    void refusesATokenThatIsNotYetValid() {
        refuses(startingIn(Duration.ofSeconds(31)));
        assertThat(decoder.decode(issuer.token(startingIn(Duration.ofSeconds(29)))))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "Refresh", "Offline", "DPoP", "Logout", "bearer", ""})
    void refusesWhatIsNoAccessToken(String type) {
        refuses(issuer.claims().claim("typ", type).build());
    }

    @Test
    void acceptsTokensOfIssuersThatWriteNoType() {
        assertThat(decoder.decode(
                        issuer.token(issuer.claims().claim("typ", null).build())))
                .isNotNull();
    }

    @Test
    void refusesATokenBoundToAKeyThatWasNotShown() {
        refuses(issuer.claims().claim("cnf", Map.of("jkt", "abc")).build());
    }

    @Test
    void refusesATokenWithoutSubjectOrClient() {
        refuses(issuer.claims().subject(null).build());
        refuses(issuer.claims().claim("azp", null).build());
        assertThat(decoder.decode(issuer.token(issuer.claims()
                        .claim("azp", null)
                        .claim("client_id", "x")
                        .build())))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "typ"})
    void refusesClaimsThatDecideWhenTheyAreOfTheWrongSort(String claim) {
        for (Object odd : List.of(7, true, List.of(1, 2), List.of(), Map.of("a", 1), "x")) {
            refuses(issuer.claims().claim(claim, odd).build());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "azp", "exp", "nbf", "iat", "jti", "scope", "patient", "fhirUser", "sid"})
    void neverFailsInAnotherWayOnClaimsOfTheWrongSort(String claim) {
        for (Object odd : List.of(7, true, List.of(1, 2), List.of(), Map.of("a", 1), "x")) {
            String token = issuer.token(issuer.claims().claim(claim, odd).build());
            Throwable thrown = catchThrowable(() -> new SmartTokens().read(decoder.decode(token)));
            assertThat(thrown == null || thrown instanceof BadJwtException)
                    .as("%s", thrown)
                    .isTrue();
        }
    }

    @Test
    void refusesRandomDamage() {
        Random random = new Random(11);
        String good = issuer.token(issuer.claims().build());
        for (int i = 0; i < 500; i++) {
            char[] damaged = good.toCharArray();
            // the last character of a base64url text may carry bits that mean nothing
            int at = random.nextInt(good.length() - 1);
            damaged[at] = damaged[at] == 'A' ? 'B' : 'A';
            String token = new String(damaged);
            assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
        }
    }

    @Test
    void refusesATokenItRemembersOnceItHasExpired() {
        String token = issuer.token(expiringIn(Duration.ofSeconds(10)));
        MovableClock later = new MovableClock();
        JwtDecoder remembering = AccessTokenDecoder.of(issuer.properties(), later);
        remembering.decode(token);
        later.advance(Duration.ofSeconds(41));
        assertThatThrownBy(() -> remembering.decode(token)).isInstanceOf(BadJwtException.class);
    }

    private void refuses(JWTClaimsSet claims) {
        refuses(issuer.token(claims));
    }

    private void refuses(String token) {
        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(BadJwtException.class);
    }

    private JWTClaimsSet expiringIn(Duration time) {
        return issuer.claims()
                .issueTime(in(Duration.ofMinutes(-5)))
                .expirationTime(in(time))
                .build();
    }

    private JWTClaimsSet startingIn(Duration time) {
        return issuer.claims().notBeforeTime(in(time)).build();
    }

    private static Date in(Duration time) {
        Instant then = CLOCK.instant().plus(time);
        return Date.from(then);
    }

    private String signedAs(String type) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .keyID(issuer.key().getKeyID())
                .build();
        SignedJWT jwt = new SignedJWT(header, issuer.claims().build());
        jwt.sign(new RSASSASigner(issuer.key()));
        return jwt.serialize();
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        JWSHeader header =
                new JWSHeader.Builder(algorithm).keyID(issuer.key().getKeyID()).build();
        SignedJWT jwt = new SignedJWT(header, issuer.claims().build());
        jwt.sign(signer);
        return jwt.serialize();
    }
}
