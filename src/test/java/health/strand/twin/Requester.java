package health.strand.twin;

import com.nimbusds.jwt.JWTClaimsSet;
import health.strand.smart.InTestIssuer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who asks.
 *
 * @param name for reports
 * @param fhirUser the resource that stands for the person; empty for a back end
 * @param roles as the registry of the clinic says, with commas between; empty for whoever is not of the staff
 * @param purpose named by the token; empty where the roles speak for it
 * @param client the app
 * @param strong whether they signed in with more than a password
 */
record Requester(String name, String fhirUser, String roles, String purpose, String client, boolean strong) {

    private static final int HOURS = 12;

    static Requester system(String client) {
        return new Requester(client, "", "", "", client, true);
    }

    /** A patient, or whoever acts for one. */
    static Requester person(String name, String fhirUser, String client) {
        return new Requester(name, fhirUser, "", "", client, false);
    }

    boolean isPatient() {
        return fhirUser.startsWith("Patient/");
    }

    boolean isRepresentative() {
        return fhirUser.startsWith("RelatedPerson/");
    }

    /** Whether the trail of everybody is there for them: that is so for the privacy officer and the clinic's own systems. */
    boolean readsEveryTrail() {
        return fhirUser.isEmpty() || roles.contains("privacy-officer");
    }

    /** A token with every scope this requester can have. */
    String token(InTestIssuer issuer) {
        Date now = Date.from(Instant.now());
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer.issuer().toString())
                .audience(List.of(InTestIssuer.AUDIENCE))
                .subject("subject-" + name)
                .claim("azp", client)
                .claim("typ", "Bearer")
                .claim("scope", fhirUser.isEmpty() ? "system/*.cruds" : "openid user/*.cruds")
                .issueTime(now)
                .expirationTime(Date.from(Instant.now().plusSeconds(HOURS * 3600L)));
        if (!fhirUser.isEmpty()) {
            claims.claim("fhirUser", fhirUser).claim("sid", UUID.randomUUID().toString());
        }
        if (strong) {
            claims.claim("acr", "strong").claim("auth_time", now.toInstant().getEpochSecond());
        }
        if (!purpose.isEmpty()) {
            claims.claim("purpose_of_use", purpose);
        }
        return issuer.token(claims.build());
    }

    @Override
    public String toString() {
        return name;
    }
}
