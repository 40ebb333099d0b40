package health.strand.launch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import health.strand.embedded.RealmClients;
import health.strand.server.RunningStrand;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The apps of the launch tests, registered at the running realm when they are first needed. */
final class Apps {

    static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    static final String SECRET = "a secret of the tests";

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final JWK RSA = rsa();
    private static final JWK EC = ec();

    private Apps() {}

    static RealmClients realm() {
        return new RealmClients(STRAND.parts().keycloak().setup());
    }

    static String issuer() {
        return STRAND.parts().keycloakAccess().issuer();
    }

    /** An app of patients: it has no secret, and people are asked what it may have. */
    static App forPatients() {
        return publicApp("test-chart", client -> client.put("consentRequired", true));
    }

    /** An app the clinic runs itself: nobody is asked. */
    static App ofTheClinic() {
        return publicApp("strand-app", null);
    }

    /** Another of them. */
    static App ofTheClinic(String name) {
        return publicApp(name, client -> {});
    }

    static App publicApp(String name, @org.jspecify.annotations.Nullable Consumer<ObjectNode> change) {
        if (change != null) {
            realm().add(name, "strand-app", change);
        }
        return new App(issuer(), STRAND.base(), name, fields -> fields.set("client_id", name));
    }

    /** An app with a secret. */
    static App withSecret() {
        String name = "test-secret";
        realm().add(
                        name,
                        "strand-app",
                        client -> client.put("publicClient", false)
                                .put("clientAuthenticatorType", "client-secret")
                                .put("secret", SECRET));
        return new App(
                issuer(),
                STRAND.base(),
                name,
                fields -> fields.set("client_id", name).set("client_secret", SECRET));
    }

    /** An app with keys, which signs with the algorithm named. */
    static App withKeys(JWSAlgorithm algorithm) {
        String name = "test-keys";
        realm().add(name, "strand-app", client -> keys(client.put("publicClient", false)));
        return signing(name, algorithm, claims -> claims);
    }

    /** A back end registered for these purposes. */
    static App backend(String name, String purposes) {
        realm().add(name, "strand-loader", client -> {
            keys(client);
            ((ObjectNode) client.path("attributes")).put("strand.purposes", purposes);
        });
        return signing(name, JWSAlgorithm.RS384, claims -> claims);
    }

    /** The same app with other claims in its assertions. */
    static App signing(String name, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> claims) {
        return new App(
                issuer(),
                STRAND.base(),
                name,
                fields -> fields.set("client_assertion_type", ASSERTION)
                        .set("client_assertion", assertion(name, algorithm, claims)));
    }

    static String assertion(String name, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> claims) {
        JWK key = JWSAlgorithm.Family.RSA.contains(algorithm) ? RSA : EC;
        JWTClaimsSet.Builder said = claims.apply(new JWTClaimsSet.Builder()
                .issuer(name)
                .subject(name)
                .audience(issuer() + "/protocol/openid-connect/token")
                .expirationTime(Date.from(Instant.now().plusSeconds(290)))
                .jwtID(UUID.randomUUID().toString()));
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), said.build());
        try {
            jwt.sign(new DefaultJWSSignerFactory().createJWSSigner(key, algorithm));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private static void keys(ObjectNode client) {
        client.put("clientAuthenticatorType", "client-jwt");
        ObjectNode attributes = client.withObject("/attributes");
        attributes.put("use.jwks.string", "true");
        attributes.put("jwks.string", new JWKSet(java.util.List.of(RSA, EC)).toString(true));
        attributes.put("token.endpoint.auth.signing.max.exp", "305");
    }

    private static JWK rsa() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS384)
                    .keyID("rsa")
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWK ec() {
        try {
            return new ECKeyGenerator(Curve.P_384)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES384)
                    .keyID("ec")
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What an EHR asks the record server, with the token of whoever is signed in there. */
    static HttpResponse<String> launch(String token, String body) {
        return STRAND.send(HttpRequest.newBuilder(URI.create(STRAND.base().replace("/fhir", "/launch")))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** The members of an hl7-b2b extension that names a purpose. */
    static Map<String, Object> wanting(String purpose) {
        return Map.of(
                "hl7-b2b",
                Map.of(
                        "version",
                        "1",
                        "purpose_of_use",
                        java.util.List.of("urn:oid:2.16.840.1.113883.5.8#" + purpose)));
    }
}
