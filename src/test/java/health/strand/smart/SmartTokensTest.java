package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.strand.access.PatientId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class SmartTokensTest {

    private static final Instant EXPIRY = Instant.parse("2026-03-01T10:05:00Z");

    private final SmartTokens tokens = new SmartTokens();

    @Test
    void readsTheClaims() {
        SmartToken token = tokens.read(jwt(Map.of(
                "scope", "openid launch/patient patient/*.rs",
                "patient", "ana",
                "fhirUser", "http://127.0.0.1:8080/fhir/Patient/ana",
                "sid", "session-1")));

        assertThat(token.subject()).isEqualTo("sub-1");
        assertThat(token.clientId()).isEqualTo("app");
        assertThat(token.fhirUserType()).isEqualTo("Patient");
        assertThat(token.fhirUserId()).isEqualTo("ana");
        assertThat(token.patient()).isEqualTo(new PatientId("ana"));
        assertThat(token.scopes()).hasToString("patient/*.rs");
        assertThat(token.sessionId()).isEqualTo("session-1");
        assertThat(token.expiresAt()).isEqualTo(EXPIRY);
        assertThat(token.system()).isFalse();
    }

    @Test
    void readsATokenWithLittleInIt() {
        SmartToken token = tokens.read(jwt(Map.of()));

        assertThat(token.fhirUserType()).isNull();
        assertThat(token.fhirUserId()).isNull();
        assertThat(token.patient()).isNull();
        assertThat(token.sessionId()).isNull();
        assertThat(token.scopes().all()).isEmpty();
        assertThat(token.system()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Practitioner/sora, Practitioner, sora",
        "PractitionerRole/1, PractitionerRole, 1",
        "RelatedPerson/pat, RelatedPerson, pat",
        "Person/p, Person, p",
        "https://clinic.example/a/b/fhir/Patient/A-1.x, Patient, A-1.x"
    })
    void readsReferencesToPeople(String claim, String type, String id) {
        SmartToken token = tokens.read(jwt(Map.of("fhirUser", claim)));

        assertThat(token.fhirUserType()).isEqualTo(type);
        assertThat(token.fhirUserId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sora",
                "Practitioner/",
                "/Practitioner/sora",
                "Practitioner/so ra",
                "Practitioner/sora/",
                "Practitioner/sora/_history/1",
                "Practitioner?identifier=1",
                "https://x/?a=/Patient/ana",
                "https://x/#/Patient/ana",
                "ftp://x/Patient/ana",
                "urn:uuid:1",
                "Device/1",
                "xPatient/ana",
                "practitioner/sora"
            })
    void takesAnythingElseForNoUser(String claim) {
        SmartToken token = tokens.read(jwt(Map.of("fhirUser", claim, "scope", "system/*.rs")));

        assertThat(token.fhirUserType()).isNull();
        assertThat(token.fhirUserId()).isNull();
        assertThat(token.system()).isFalse();
    }

    @Test
    void takesAPatientClaimThatIsNoIdForNoPatient() {
        for (Object odd : List.of("Patient/ana", "", "a b", 7, List.of("ana"), Map.of("id", "ana"))) {
            assertThat(tokens.read(jwt(Map.of("patient", odd))).patient()).isNull();
        }
    }

    @Test
    void readsScopesWrittenAsAList() {
        assertThat(tokens.read(jwt(Map.of("scope", List.of("openid", "user/Media.r"))))
                        .scopes())
                .hasToString("user/Media.r");
        assertThat(tokens.read(jwt(Map.of("scope", 7))).scopes().all()).isEmpty();
    }

    @Test
    void knowsABackEndClientByTheAbsenceOfAnyUser() {
        assertThat(isSystem(Map.of("scope", "system/*.rs"))).isTrue();
        assertThat(isSystem(Map.of("scope", "openid system/*.rs system/Media.c")))
                .isTrue();
        assertThat(isSystem(Map.of("scope", "system/*.rs user/Media.r"))).isFalse();
        assertThat(isSystem(Map.of("scope", "openid"))).isFalse();
        assertThat(isSystem(Map.of("scope", "system/*.rs", "sid", "s"))).isFalse();
        assertThat(isSystem(Map.of("scope", "system/*.rs", "fhirUser", "Practitioner/sora")))
                .isFalse();
        assertThat(isSystem(Map.of("scope", "system/*.rs", "fhirUser", 7))).isFalse();
    }

    @Test
    void takesTheClientFromEitherClaim() {
        Jwt jwt = builder().claim("client_id", "other").build();

        assertThat(tokens.read(jwt).clientId()).isEqualTo("other");
    }

    @Test
    void refusesATokenOfNobody() {
        assertThatThrownBy(() -> tokens.read(builder().build())).isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() ->
                        tokens.read(builder().claim("azp", "app").subject(" ").build()))
                .isInstanceOf(InvalidBearerTokenException.class);
        assertThatThrownBy(() -> tokens.read(
                        builder().claim("azp", "app").expiresAt(null).build()))
                .isInstanceOf(InvalidBearerTokenException.class);
    }

    private boolean isSystem(Map<String, Object> claims) {
        return tokens.read(jwt(claims)).system();
    }

    private static Jwt jwt(Map<String, Object> claims) {
        return builder().claim("azp", "app").claims(all -> all.putAll(claims)).build();
    }

    private static Jwt.Builder builder() {
        return Jwt.withTokenValue("token")
                .header("alg", "RS256")
                .subject("sub-1")
                .expiresAt(EXPIRY);
    }
}
