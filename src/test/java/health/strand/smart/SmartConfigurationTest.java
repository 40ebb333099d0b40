package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmartConfigurationTest {

    private static final String ISSUER = "https://id.clinic.example/realms/strand";

    private final Map<String, Object> document = new SmartConfiguration(
                    new SmartProperties(URI.create(ISSUER), "https://clinic.example/fhir", null),
                    List.of("openid", "patient/*.rs"),
                    BrandTest.brand(BrandTest.plain()),
                    "https://clinic.example/app-state")
            .document();

    @Test
    void pointsToTheEndpointsOfTheRealm() {
        String connect = ISSUER + "/protocol/openid-connect";

        assertThat(document)
                .containsEntry("issuer", ISSUER)
                .containsEntry("jwks_uri", connect + "/certs")
                .containsEntry("authorization_endpoint", connect + "/auth")
                .containsEntry("token_endpoint", connect + "/token")
                .containsEntry("introspection_endpoint", connect + "/token/introspect")
                .containsEntry("revocation_endpoint", connect + "/revoke")
                .containsEntry("management_endpoint", ISSUER + "/account");
    }

    @Test
    void demandsProofKeysByDigest() {
        assertThat(document)
                .containsEntry("code_challenge_methods_supported", List.of("S256"))
                .containsEntry("response_types_supported", List.of("code"));
    }

    @Test
    void listsTheScopesTheRealmIssues() {
        assertThat(document).containsEntry("scopes_supported", List.of("openid", "patient/*.rs"));
    }

    @Test
    void namesTheBrandOfTheBundleItPointsTo() {
        assertThat(document)
                .containsEntry("user_access_brand_bundle", "https://clinic.example/fhir/.well-known/smart-brands")
                .containsEntry(
                        "user_access_brand_identifier",
                        Map.of("system", "urn:ietf:rfc:3986", "value", "https://clinic.example"));
    }

    /** The capability sets of the standard, for patients and clinicians, from the EHR and by themselves. */
    @Test
    void claimsEveryCapabilityOfTheFourSets() {
        assertThat(document.get("capabilities"))
                .asList()
                .doesNotHaveDuplicates()
                .contains("launch-ehr", "launch-standalone", "client-public", "client-confidential-symmetric")
                .contains("context-ehr-patient", "context-ehr-encounter", "context-standalone-patient")
                .contains("permission-patient", "permission-user", "permission-v1", "permission-v2");
    }

    @Test
    void claimsNothingThatIsNotThere() {
        assertThat(document.get("capabilities")).asList().doesNotContain("context-standalone-encounter");
        assertThat(document).doesNotContainKeys("registration_endpoint");
    }

    /** At the record's own address there is none. */
    @Test
    void claimsAppStateWhereItIsKept() {
        assertThat(document.get("capabilities")).asList().doesNotContain("smart-app-state");
        assertThat(document)
                .containsEntry(
                        "associated_endpoints",
                        List.of(Map.of(
                                "url",
                                "https://clinic.example/app-state",
                                "capabilities",
                                List.of("smart-app-state"))));
    }

    @Test
    void holdsEveryMemberSmartRequires() {
        assertThat(document)
                .containsKeys(
                        "authorization_endpoint",
                        "token_endpoint",
                        "grant_types_supported",
                        "capabilities",
                        "code_challenge_methods_supported",
                        "issuer",
                        "jwks_uri");
    }
}
