package health.strand.keycloak;

import java.util.Map;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.common.util.Time;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.crypto.SignatureSignerContext;
import org.keycloak.jose.jws.JWSBuilder;
import org.keycloak.models.KeycloakSession;

/** A security event token (RFC 8417) of one event, signed with the realm's key, for the record at one address. */
final class SecurityEventToken {

    private static final String TYPE = "secevent+jwt";

    private SecurityEventToken() {}

    /**
     * @param about whom it is about
     * @param type the event, by its address
     * @param said what is said of it beside its time
     */
    static String of(
            KeycloakSession keycloak, String base, Map<String, Object> about, String type, Map<String, Object> said) {
        SignatureSignerContext signer =
                keycloak.getProvider(SignatureProvider.class, Algorithm.RS256).signer();
        Map<String, Object> claims = Map.of(
                "iss",
                PersonToken.issuer(keycloak),
                "aud",
                base,
                "iat",
                (long) Time.currentTime(),
                "jti",
                SecretGenerator.getInstance().generateSecureID(),
                "sub_id",
                about,
                "events",
                Map.of(type, said));
        return new JWSBuilder()
                .type(TYPE)
                .kid(keycloak.keys()
                        .getActiveKey(keycloak.getContext().getRealm(), KeyUse.SIG, Algorithm.RS256)
                        .getKid())
                .jsonContent(claims)
                .sign(signer);
    }
}
