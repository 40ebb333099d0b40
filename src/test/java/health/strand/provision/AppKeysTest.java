package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppKeysTest {

    @Test
    void takesPublicKeysOfBothKinds() throws JOSEException {
        JWK rsa = new RSAKeyGenerator(2048).keyID("r").generate().toPublicJWK();
        JWK ec = new ECKeyGenerator(Curve.P_384).keyID("e").generate().toPublicJWK();

        AppKeys keys = AppKeys.set(set(rsa, ec));

        assertThat(keys.isAddress()).isFalse();
        assertThat(keys.text()).contains("\"r\"", "\"e\"").doesNotContain("\"d\"");
    }

    @Test
    void saysThatEveryKeyIsForSigning() throws JOSEException {
        JWK silent = new ECKeyGenerator(Curve.P_384).keyID("e").generate().toPublicJWK();

        assertThat(AppKeys.set(set(silent)).text()).contains("\"use\":\"sig\"");
    }

    @Test
    void refusesAPrivateKey() throws JOSEException {
        assertRefused("private key", new ECKeyGenerator(Curve.P_384).keyID("e").generate());
        assertRefused(
                "private key",
                new OctetSequenceKey.Builder(Base64URL.encode("shared"))
                        .keyID("o")
                        .build());
    }

    @Test
    void refusesAShortKey() throws NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        RSAPublicKey small = (RSAPublicKey) generator.generateKeyPair().getPublic();

        assertRefused("has 1024 bits", new RSAKey.Builder(small).keyID("s").build());
    }

    @Test
    void refusesKeysWithoutANameOrForEncryption() throws JOSEException {
        assertRefused("`kid`", new ECKeyGenerator(Curve.P_256).generate().toPublicJWK());
        assertRefused(
                "encryption",
                new ECKeyGenerator(Curve.P_256)
                        .keyID("x")
                        .keyUse(KeyUse.ENCRYPTION)
                        .generate()
                        .toPublicJWK());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{}", "{\"keys\":[{}]}"})
    void refusesWhatIsNoKeySet(String text) {
        assertThatThrownBy(() -> AppKeys.set(text)).hasMessageContaining("JWK set");
    }

    @Test
    void refusesAnEmptySet() {
        assertThatThrownBy(() -> AppKeys.set("{\"keys\":[]}")).hasMessageContaining("no key");
    }

    private static void assertRefused(String why, JWK key) {
        assertThatThrownBy(() -> AppKeys.set(set(key)))
                .isInstanceOf(ProvisionFailed.class)
                .hasMessageContaining(why);
    }

    private static String set(JWK... keys) {
        return new JWKSet(List.of(keys)).toString(false);
    }
}
