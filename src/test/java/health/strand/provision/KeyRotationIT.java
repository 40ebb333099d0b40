package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.demo.AppLogin;
import health.strand.smart.AccessTokenDecoder;
import health.strand.smart.SmartProperties;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.resource.ComponentsResource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The realm's keys are changed while people work. */
class KeyRotationIT {

    private static final BareClinic CLINIC = BareClinic.get();
    private static final String ISSUER = CLINIC.address() + BareClinic.REALM;
    private static final ComponentsResource COMPONENTS = CLINIC.realm().components();

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
        ComponentRepresentation former = key();

        addKey();
        String after = login.accessToken("pia", "openid fhirUser patient/*.rs");

        assertThat(header(after)).isNotEqualTo(header(before));
        assertThat(running.decode(after).getSubject()).isNotBlank();
        assertThat(decoder().decode(before).getSubject())
                .as("what was signed before is good until it runs out")
                .isNotBlank();

        COMPONENTS.component(former.getId()).remove();

        assertThat(decoder().decode(after).getSubject()).isNotBlank();
        assertThatThrownBy(() -> decoder().decode(before)).isInstanceOf(BadJwtException.class);
        CLINIC.app("remove", "test-keys-change");
    }

    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    private static ComponentRepresentation key() {
        String realm = CLINIC.realm().toRepresentation().getId();
        return COMPONENTS.query(realm, "org.keycloak.keys.KeyProvider").stream()
                .filter(each -> each.getProviderId().equals("rsa-generated"))
                .findFirst()
                .orElseThrow();
    }

    private static void addKey() {
        ComponentRepresentation next = new ComponentRepresentation();
        next.setName("next");
        next.setProviderId("rsa-generated");
        next.setProviderType("org.keycloak.keys.KeyProvider");
        next.setParentId(CLINIC.realm().toRepresentation().getId());
        next.setConfig(new MultivaluedHashMap<>(Map.of("priority", List.of("200"), "algorithm", List.of("RS256"))));
        Change.accept(COMPONENTS.add(next));
    }
}
