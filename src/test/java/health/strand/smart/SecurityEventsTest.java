package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SecurityEventsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final String ISSUER = "https://login.example/realms/strand";
    private static final String RECORD = "https://record.example/fhir";
    private static final SmartProperties PROPERTIES = new SmartProperties(URI.create(ISSUER), RECORD, null);
    private static final RSAKey KEY = key("one");
    private static final RSAKey OTHER = key("one");

    private final SecurityEvents events = new SecurityEvents(
            PROPERTIES, new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())), Clock.fixed(NOW, ZoneOffset.UTC));

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(RSAKey key, String type, UnaryOperator<JWTClaimsSet.Builder> change)
            throws JOSEException {
        JWTClaimsSet claims = change.apply(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(RECORD)
                        .issueTime(Date.from(NOW))
                        .claim("sub_id", about("ana"))
                        .claim("events", Map.of(SecurityEvents.SESSION_REVOKED, Map.of())))
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(new JOSEObjectType(type))
                        .build(),
                claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static Map<String, Object> about(String user) {
        return Map.of("format", "complex", "user", Map.of("format", "iss_sub", "iss", ISSUER, "sub", user));
    }

    private static String event(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return token(KEY, "secevent+jwt", change);
    }

    @Test
    void readsWhoseAccessHasEnded() throws Exception {
        assertThat(events.read(event(claims -> claims))).contains(new SecurityEvent("ana", null, null, NOW));
    }

    @Test
    void readsWhichAppAndSessionAreMeant() throws Exception {
        String token = event(claims -> claims.claim(
                "sub_id",
                Map.of(
                        "user", Map.of("sub", "ana"),
                        "application", Map.of("format", "opaque", "id", "app"),
                        "session", Map.of("format", "opaque", "id", "s1"))));
        assertThat(events.read(token)).contains(new SecurityEvent("ana", "app", "s1", NOW));
    }

    @Test
    void takesNothingElseTheIssuerSigns() throws Exception {
        assertThat(events.read(token(KEY, "JWT", claims -> claims))).isEmpty();
        assertThat(events.read(token(KEY, "at+jwt", claims -> claims))).isEmpty();
        assertThat(events.read(event(claims -> claims.claim("events", Map.of("urn:other", Map.of())))))
                .isEmpty();
        assertThat(events.read(event(claims -> claims.claim("events", "text")))).isEmpty();
    }

    @Test
    void takesNothingOfOthersOrForOthers() throws Exception {
        assertThat(events.read(token(OTHER, "secevent+jwt", claims -> claims))).isEmpty();
        assertThat(events.read(event(claims -> claims.issuer("https://other.example"))))
                .isEmpty();
        assertThat(events.read(event(claims -> claims.audience("https://other.example"))))
                .isEmpty();
        assertThat(events.read("no token")).isEmpty();
    }

    @Test
    void takesNothingOldOrFromTheFuture() throws Exception {
        assertThat(events.read(event(claims -> claims.issueTime(Date.from(NOW.minusSeconds(601))))))
                .isEmpty();
        assertThat(events.read(event(claims -> claims.issueTime(Date.from(NOW.plusSeconds(31))))))
                .isEmpty();
        assertThat(events.read(event(claims -> claims.issueTime(null)))).isEmpty();
        assertThat(events.read(event(claims -> claims.issueTime(Date.from(NOW.minusSeconds(599))))))
                .isPresent();
    }

    @Test
    void takesNothingThatNamesNobody() throws Exception {
        for (Object about : new Object[] {"ana", Map.of(), Map.of("user", "ana"), Map.of("user", Map.of("sub", " "))}) {
            assertThat(events.read(event(claims -> claims.claim("sub_id", about))))
                    .as("%s", about)
                    .isEmpty();
        }
    }

    @Test
    void saysWhenTheIssuersKeysCannotBeHad() {
        SecurityEvents cutOff = new SecurityEvents(
                PROPERTIES,
                (selector, context) -> {
                    throw new KeySourceException("down");
                },
                Clock.fixed(NOW, ZoneOffset.UTC));
        assertThatThrownBy(() -> cutOff.read(event(claims -> claims)))
                .isInstanceOf(SecurityEvents.KeysUnavailable.class);
    }
}
