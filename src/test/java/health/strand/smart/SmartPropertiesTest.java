package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SmartPropertiesTest {

    private static final String ISSUER = "https://id.clinic.example/realms/strand";

    @Test
    void bindsFromConfiguration() {
        SmartProperties properties =
                bind(Map.of("strand.smart.issuer", ISSUER, "strand.smart.audience", "https://clinic.example/fhir"));

        assertThat(properties.issuer()).isEqualTo(URI.create(ISSUER));
        assertThat(properties.keys()).isEqualTo(URI.create(ISSUER + "/protocol/openid-connect/certs"));
    }

    @Test
    void takesTheKeysFromElsewhereWhenTold() {
        SmartProperties properties =
                new SmartProperties(URI.create(ISSUER), "x", URI.create("https://id.internal.example/keys"));

        assertThat(properties.keys()).isEqualTo(URI.create("https://id.internal.example/keys"));
    }

    @Test
    void doesNotStartWithoutAnIssuer() {
        assertThatThrownBy(() -> bind(Map.of("strand.smart.audience", "x")))
                .hasRootCauseMessage(
                        "`strand.smart.issuer` is missing: the address of the authorization server's realm,"
                                + " as tokens carry it in `iss`");
    }

    @Test
    void doesNotStartWithoutAnAudience() {
        for (String audience : new String[] {"", "  "}) {
            assertThatThrownBy(() -> new SmartProperties(URI.create(ISSUER), audience, null))
                    .hasMessageStartingWith("`strand.smart.audience` is missing");
        }
        assertThatThrownBy(() -> bind(Map.of("strand.smart.issuer", ISSUER)))
                .rootCause()
                .hasMessageStartingWith("`strand.smart.audience` is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8081/realms/strand",
                "http://127.0.0.1:8081/realms/strand",
                "http://127.10.0.9/realms/strand",
                "http://[::1]:8081/realms/strand",
                "HTTPS://id.clinic.example/realms/strand"
            })
    void acceptsProtectedIssuers(String issuer) {
        assertThat(new SmartProperties(URI.create(issuer), "x", null).issuer()).hasToString(issuer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.clinic.example/realms/strand",
                "http://127.0.0.1.example.org/realms/strand",
                "http://localhost.example.org/realms/strand",
                "ftp://localhost/realms/strand",
                "file:///realms/strand",
                "realms/strand",
                "https:///realms/strand",
                "https://id.clinic.example/realms/strand?x=1",
                "https://id.clinic.example/realms/strand#x",
                "https://me@id.clinic.example/realms/strand"
            })
    void refusesOtherIssuersAndKeyAddresses(String address) {
        assertThatThrownBy(() -> new SmartProperties(URI.create(address), "x", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("`strand.smart.issuer` must");
        assertThatThrownBy(() -> new SmartProperties(URI.create(ISSUER), "x", URI.create(address)))
                .hasMessageStartingWith("`strand.smart.jwks-uri` must");
    }

    private static SmartProperties bind(Map<String, String> configuration) {
        return new Binder(new MapConfigurationPropertySource(configuration))
                .bindOrCreate("strand.smart", SmartProperties.class);
    }
}
