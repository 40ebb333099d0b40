package health.strand.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has a receipt and the published keys can tell whether it was given, without asking anybody. */
class ReceiptSealTest {

    private static final Map<String, Object> CLAIMS = Map.of("event", "withdrawn", "stopped", List.of("x"));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("keys.json");
    }

    private ReceiptSeal seal() {
        KeyFile.makeUnlessThere(file());
        return ReceiptSeal.of(file());
    }

    @Test
    void signsWhatThePublishedKeyVerifies() throws Exception {
        ReceiptSeal seal = seal();

        JWSObject receipt = JWSObject.parse(seal.sign(CLAIMS));

        JWK key = JWKSet.parse(seal.publishedKeys())
                .getKeyByKeyId(receipt.getHeader().getKeyID());
        assertThat(receipt.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        assertThat(receipt.getPayload().toJSONObject()).isEqualTo(CLAIMS);
    }

    @Test
    void publishesNothingPrivate() {
        assertThat(seal().publishedKeys()).doesNotContain("\"d\"").contains("\"kid\"", "\"ES256\"", "\"sig\"");
    }

    @Test
    void knowsNoReceiptThatWasChangedAnywhere() {
        ReceiptSeal seal = seal();
        String receipt = seal.sign(CLAIMS);

        assertThat(seal.open(receipt)).contains(CLAIMS);
        for (int at = 0; at < receipt.length(); at++) {
            // the last character of a part may hold bits that mean nothing
            boolean spare = at == receipt.length() - 1 || receipt.charAt(at) == '.' || receipt.charAt(at + 1) == '.';
            if (!spare) {
                char other = receipt.charAt(at) == 'A' ? 'B' : 'A';
                assertThat(seal.open(receipt.substring(0, at) + other + receipt.substring(at + 1)))
                        .as("changed at " + at)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void knowsNoReceiptThatIsNone(String text) {
        assertThat(seal().open(text)).isEmpty();
    }

    @Test
    void knowsNoReceiptOfAnotherServer() {
        Path other = folder.resolve("other.json");
        KeyFile.makeUnlessThere(other);

        assertThat(seal().open(ReceiptSeal.of(other).sign(CLAIMS))).isEmpty();
    }

    @Test
    void verifiesWithAnOldKeyWhatItSigned() throws Exception {
        String before = seal().sign(CLAIMS);

        String fresh = KeyFile.renew(file());

        ReceiptSeal renewed = ReceiptSeal.of(file());
        assertThat(renewed.open(before)).contains(CLAIMS);
        assertThat(JWSObject.parse(renewed.sign(CLAIMS)).getHeader().getKeyID()).isEqualTo(fresh);
        assertThat(JWKSet.parse(renewed.publishedKeys()).getKeys()).hasSize(2);
        assertThat(Files.readString(file()).split("\"d\":", -1)).hasSize(2);
    }

    @Test
    void keepsTheKeyOfTheFirstStart() throws IOException {
        seal();
        String first = Files.readString(file());

        KeyFile.makeUnlessThere(file());

        assertThat(Files.readString(file())).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhatIsWrongWithAFileAndNothingThatIsInIt() throws IOException {
        assertThat(KeyFile.fault(file())).get().asString().contains("is not there", "strand receipt-key");
        Files.writeString(file(), "SECRET");
        assertThat(KeyFile.fault(file())).get().asString().contains("chmod 600");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        assertThat(KeyFile.fault(file()))
                .get()
                .asString()
                .contains("not a JWK set")
                .doesNotContain("SECRET");
        Files.writeString(file(), "{\"keys\":[]}");
        assertThat(KeyFile.fault(file())).get().asString().contains("begin with a private key");
        assertThatThrownBy(() -> ReceiptSeal.of(file())).isInstanceOf(UnusableKeys.class);
    }

    @Test
    void doesNotSignWithAPublicKey() throws IOException {
        String published = seal().publishedKeys();
        Files.writeString(file(), published);

        assertThat(KeyFile.fault(file())).get().asString().contains("begin with a private key");
    }
}
