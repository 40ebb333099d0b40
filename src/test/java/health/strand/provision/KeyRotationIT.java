package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.strand.demo.AppLogin;
import health.strand.realm.RealmJson;
import health.strand.smart.AccessTokenDecoder;
import health.strand.smart.SmartProperties;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The realm's keys are changed while people work. */
class KeyRotationIT {

    private static final BareClinic CLINIC = BareClinic.get();
    private static final Administration KEYCLOAK = CLINIC.keycloak();
    private static final String ISSUER = CLINIC.address() + BareClinic.REALM;
    private static final String COMPONENTS = BareClinic.REALM + "/components";

    private static JwtDecoder decoder() {
        return AccessTokenDecoder.of(new SmartProperties(URI.create(ISSUER), BareClinic.BASE, null), Clock.systemUTC());
    }

    @Test
    void changesWithoutAnybodyBeingTurnedAway() {
        CLINIC.app("add", "test-keys-change", "--kind", "public", "--own", "--redirect", "http://127.0.0.1/callback");
        AppLogin login = new AppLogin(ISSUER, BareClinic.BASE, "test-keys-change");
        JwtDecoder running = decoder();
        String before = login.accessToken("pia", "openid fhirUser patient/*.rs");
        assertThat(running.decode(before).getSubject()).isNotBlank();
        JsonNode former = key();

        addKey();
        String after = login.accessToken("pia", "openid fhirUser patient/*.rs");

        assertThat(header(after)).isNotEqualTo(header(before));
        assertThat(running.decode(after).getSubject()).isNotBlank();
        assertThat(decoder().decode(before).getSubject())
                .as("what was signed before is good until it runs out")
                .isNotBlank();

        KEYCLOAK.send(AdminRequest.delete(COMPONENTS + "/" + former.path("id").asText()));

        assertThat(decoder().decode(after).getSubject()).isNotBlank();
        assertThatThrownBy(() -> decoder().decode(before)).isInstanceOf(BadJwtException.class);
        CLINIC.app("remove", "test-keys-change");
    }

    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    private static JsonNode key() {
        JsonNode keys = KEYCLOAK.get(COMPONENTS + "?type=org.keycloak.keys.KeyProvider");
        return RealmJson.among(keys, "providerId", "rsa-generated").orElseThrow();
    }

    private static void addKey() {
        ObjectNode next = BareClinic.object()
                .put("name", "next")
                .put("providerId", "rsa-generated")
                .put("providerType", "org.keycloak.keys.KeyProvider")
                .put("parentId", KEYCLOAK.get(BareClinic.REALM).path("id").asText());
        ObjectNode settings = next.putObject("config");
        settings.putArray("priority").add("200");
        settings.putArray("algorithm").add("RS256");
        KEYCLOAK.send(AdminRequest.post(COMPONENTS, next));
    }
}
