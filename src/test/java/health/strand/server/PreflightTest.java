package health.strand.server;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PreflightTest {

    @Test
    void acceptsACompleteConfiguration() {
        assertThatCode(() -> Preflight.check(complete())).doesNotThrowAnyException();
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThatThrownBy(() -> Preflight.check(new MockEnvironment()))
                .isInstanceOf(HalfConfigured.class)
                .hasMessageContaining("strand.smart.issuer")
                .hasMessageContaining("strand.smart.audience")
                .hasMessageContaining("strand.fhir-base")
                .hasMessageContaining("strand.database.owner-password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strand.smart.issuer",
                "strand.smart.audience",
                "strand.database.username",
                "strand.receipts.key-file",
                "strand.vault.directory",
                "strand.vault.keys"
            })
    void refusesABlankValue(String key) {
        assertThatThrownBy(() -> Preflight.check(complete().withProperty(key, " ")))
                .hasMessageContaining("`" + key + "` is not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {"changeme", "STRAND", "short"})
    void refusesDefaultAndShortSecrets(String secret) {
        assertThatThrownBy(() -> Preflight.check(complete().withProperty("strand.database.password", secret)))
                .hasMessageContaining("strand.database.password")
                .message()
                .doesNotContain("`" + secret + "`");
    }

    @Test
    void refusesABasePolicyThatCannotBeRead(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("base-policy.csv");
        assertThatThrownBy(() -> Preflight.check(complete().withProperty(PolicyFile.KEY, table.toString())))
                .hasMessageContaining("`strand.clinic.base-policy`: the file cannot be read");
        Files.writeString(table, "reader,relation\n");
        assertThatThrownBy(() -> Preflight.check(complete().withProperty(PolicyFile.KEY, table.toString())))
                .hasMessageContaining("`strand.clinic.base-policy`: line 1: the header is not");
    }

    @Test
    void refusesALawNobodyKnows(@TempDir Path folder) throws IOException {
        Path table = folder.resolve("law.csv");
        String key = JurisdictionChoice.FILE_KEY;
        assertThatCode(() -> Preflight.check(complete().withProperty(JurisdictionChoice.KEY, "DE")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Preflight.check(complete().withProperty(JurisdictionChoice.KEY, "Atlantis")))
                .hasMessageContaining("  - `strand.clinic.jurisdiction`: `Atlantis` is none of EU-generic, DE, FR");
        assertThatThrownBy(() -> Preflight.check(complete().withProperty(key, table.toString())))
                .hasMessageContaining("  - `strand.clinic.jurisdiction-file`: the file cannot be read");

        Files.writeString(table, "what,of,value,from,checked,source\nlike,,DE,,,\ngated,,GDIS XYZ,,seen,own law\n");
        assertThatThrownBy(() -> Preflight.check(complete().withProperty(key, table.toString())))
                .hasMessageContaining("`strand.clinic.jurisdiction-file`: `gated,`: no consent can name `XYZ`");
        assertThatThrownBy(() -> Preflight.check(
                        complete().withProperty(JurisdictionChoice.KEY, "DE").withProperty(key, table.toString())))
                .hasMessageContaining(
                        "`strand.clinic.jurisdiction` and `strand.clinic.jurisdiction-file` are both set");

        Files.writeString(table, "what,of,value,from,checked,source\nlike,,DE,,,\ngated,,GDIS PSY,,seen,own law\n");
        assertThatCode(() -> Preflight.check(complete().withProperty(key, table.toString())))
                .doesNotThrowAnyException();
        Files.writeString(table, "what,of,value,from,checked,source\nlike,,DE,,,\nage,majority,x,,seen,own law\n");
        assertThatThrownBy(() -> Preflight.check(complete().withProperty(key, table.toString())))
                .hasMessageContaining("`strand.clinic.jurisdiction-file`: line 3: `x` is no age");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P6Y", "P10Y", "P2200D", " "})
    void acceptsATrailThatIsKeptAsLongAsTheLawAsks(String period) {
        assertThatCode(() -> Preflight.check(complete().withProperty(TrailRetention.KEY, period)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "P2Y, '`strand.audit.retention`: P2Y is shorter than P3Y, which Regulation (EU) 2025/327 Art. 9 asks for'",
        "P5Y11M, '`strand.audit.retention`: P5Y11M is shorter than P6Y, which the law of European Union asks for'",
        "6 years, '`strand.audit.retention` is no period such as P6Y'"
    })
    void refusesATrailThatIsKeptTooShort(String period, String why) {
        assertThatThrownBy(() -> Preflight.check(complete().withProperty(TrailRetention.KEY, period)))
                .isInstanceOf(HalfConfigured.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesOneRoleForBothTasks() {
        assertThatThrownBy(() -> Preflight.check(complete().withProperty("strand.database.username", "strand_owner")))
                .hasMessageContaining("the same role");
    }

    @Test
    void refusesAUserInTheAddress() {
        assertThatThrownBy(() -> Preflight.check(
                        complete().withProperty("strand.database.url", "jdbc:postgresql://db/strand?user=postgres")))
                .hasMessageContaining("names a user");
    }

    private static MockEnvironment complete() {
        return new MockEnvironment()
                .withProperty("strand.fhir-base", "https://fhir.example/fhir")
                .withProperty("strand.smart.issuer", "https://login.example/realms/strand")
                .withProperty("strand.smart.audience", "https://fhir.example/fhir")
                .withProperty("strand.database.url", "jdbc:postgresql://db.example/strand")
                .withProperty("strand.database.username", "strand_request")
                .withProperty("strand.database.password", "a-long-enough-secret")
                .withProperty("strand.database.owner-username", "strand_owner")
                .withProperty("strand.database.owner-password", "another-long-secret")
                .withProperty("strand.receipts.key-file", "receipt-keys.json")
                .withProperty("strand.vault.directory", "vault")
                .withProperty("strand.vault.keys", "master-keys.json");
    }
}
