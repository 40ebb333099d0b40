package health.strand.smart;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An authorization server's signing half: a key, its JWKS on loopback, and tokens by the claims contract. */
public final class InTestIssuer implements AutoCloseable {

    public static final String AUDIENCE = "http://127.0.0.1:8080/fhir";

    private final Clock clock;
    private final HttpServer server;
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile List<JWK> published = List.of();
    private volatile RSAKey key;
    private volatile boolean down;

    public InTestIssuer(Clock clock) {
        this.clock = clock;
        this.key = newKey();
        this.published = List.of(key.toPublicJWK());
        this.server = listen();
    }

    /** The settings of a server that trusts this issuer. */
    public SmartProperties properties() {
        return new SmartProperties(issuer(), AUDIENCE, null);
    }

    /** The `iss` of its tokens. */
    public URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/strand");
    }

    /** Claims of a good access token, good for five minutes, to be changed by the test. */
    public JWTClaimsSet.Builder claims() {
        Date now = Date.from(clock.instant());
        return new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience(List.of(AUDIENCE, "account"))
                .subject("5f0c7c1e-sora")
                .claim("azp", "clinic-desk")
                .claim("typ", "Bearer")
                .claim("sid", UUID.randomUUID().toString())
                .claim("fhirUser", "Practitioner/sora")
                .claim("scope", "openid user/*.cruds")
                .issueTime(now)
                .expirationTime(Date.from(clock.instant().plusSeconds(300)));
    }

    /** Signs the claims as an access token. */
    public String token(JWTClaimsSet claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException unsigned) {
            throw new IllegalStateException(unsigned);
        }
    }

    /** Signs with a new key from now on, and publishes no other. */
    public void rotate() {
        useUnpublishedKey();
        published = List.of(key.toPublicJWK());
    }

    /** Signs with a new key from now on without publishing it. */
    public void useUnpublishedKey() {
        key = newKey();
    }

    /** Whether the JWKS answers with an error. */
    public void setDown(boolean isDown) {
        down = isDown;
    }

    RSAKey key() {
        return key;
    }

    int fetches() {
        return fetches.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer listen() {
        try {
            HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            listening.createContext("/realms/strand/protocol/openid-connect/certs", exchange -> {
                fetches.incrementAndGet();
                byte[] body = new JWKSet(published).toString().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(down ? 503 : 200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            listening.start();
            return listening;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException noKey) {
            throw new IllegalStateException(noKey);
        }
    }
}
