package health.strand.smart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

/** Whoever is rebuilt from what is kept of their token is the one it was of. */
class KeptClaimsTest {

    private static final Instant ISSUED = Instant.parse("2026-03-01T10:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SmartTokens tokens = new SmartTokens();

    @SuppressWarnings("unchecked")
    private static Jwt throughJson(Jwt token) throws JsonProcessingException {
        return KeptClaims.again(JSON.readValue(JSON.writeValueAsString(KeptClaims.of(token)), Map.class));
    }

    @Test
    void areAllThatIsReadOfAPersonsToken() throws JsonProcessingException {
        Jwt token = Jwt.withTokenValue("value")
                .header("alg", "RS256")
                .issuer("https://login.clinic.example")
                .subject("sub-1")
                .issuedAt(ISSUED)
                .expiresAt(ISSUED.plusSeconds(300))
                .claim("azp", "app")
                .claim("scope", "openid launch/patient user/*.rs")
                .claim("fhirUser", "Practitioner/sora")
                .claim("patient", "ana")
                .claim("purpose_of_use", List.of(Map.of("code", "TREAT")))
                .claim("sid", "session-1")
                .claim("acr", "strong")
                .claim("auth_time", ISSUED.getEpochSecond())
                .claim("email", "sora@clinic.example")
                .build();

        assertThat(tokens.read(throughJson(token))).isEqualTo(tokens.read(token));
        assertThat(KeptClaims.of(token)).doesNotContainKeys("email", "iss");
    }

    @Test
    void areAllThatIsReadOfAProgramsToken() throws JsonProcessingException {
        Jwt token = Jwt.withTokenValue("value")
                .header("alg", "RS256")
                .subject("sub-2")
                .expiresAt(ISSUED.plusSeconds(300))
                .claim("client_id", "nightly")
                .claim("scope", List.of("system/Media.r", "system/Binary.r"))
                .claim("purpose_of_use", "HRESCH")
                .build();

        assertThat(tokens.read(throughJson(token))).isEqualTo(tokens.read(token));
        assertThat(tokens.read(throughJson(token)).system()).isTrue();
    }
}
