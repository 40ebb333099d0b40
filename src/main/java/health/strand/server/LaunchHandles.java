package health.strand.server;

import health.strand.receipts.ReceiptSeal;
import health.strand.smart.LaunchRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Signs what an app is launched for, so that the authorization server can be sure of it without asking: for one person,
 * one app, one use, and a few minutes in which that person may have to log in.
 */
final class LaunchHandles {

    /** The type the authorization server's part expects. */
    private static final String TYPE = "smart-launch+jwt";

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final ReceiptSeal seal;
    private final String base;
    private final String issuer;
    private final Clock clock;

    /**
     * @param base the address of the FHIR endpoint
     * @param issuer the authorization server for which launches are signed
     */
    LaunchHandles(ReceiptSeal seal, String base, String issuer, Clock clock) {
        this.seal = seal;
        this.base = base;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** The answer of {@code POST /launch}: the handle, the `iss` to launch with, and for how many seconds it is good. */
    Map<String, Object> handle(LaunchRequest asked, String subject) {
        Instant now = clock.instant();
        Map<String, Object> claims = new LinkedHashMap<>(asked.claims());
        claims.put("iss", base);
        claims.put("aud", issuer);
        claims.put("sub", subject);
        claims.put("client_id", asked.clientId());
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        return Map.of("launch", seal.sign(TYPE, claims), "iss", base, "expires_in", LIFE.toSeconds());
    }
}
