package health.strand.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import health.strand.launch.App.Answer;
import health.strand.server.RunningStrand;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Programs that ask for themselves. */
class BackendServicesIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String NAME = "test-backend";

    private final App backend = Apps.backend(NAME, "HRESCH HPAYMT");

    @Test
    void givesATokenWithOrWithoutTheClientId() {
        for (JWSAlgorithm algorithm : new JWSAlgorithm[] {JWSAlgorithm.RS384, JWSAlgorithm.ES384}) {
            App app = Apps.signing(NAME, algorithm, claims -> claims);
            for (String clientId : new String[] {NAME, null}) {
                Answer answer = app.token(wanted().set("client_id", clientId));
                assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
                assertThat(answer.text("token_type")).isEqualTo("Bearer");
                assertThat(answer.json().path("expires_in").asInt()).isLessThanOrEqualTo(300);
                assertThat(answer.scopes()).contains("system/Observation.rs");
                assertThat(answer.json().has("refresh_token")).isFalse();
                assertThat(answer.claims().has("fhirUser")).isFalse();
            }
        }
    }

    @Test
    void namesThePurposeTheClientIsRegisteredFor() {
        assertThat(purposes(wanting("HRESCH"))).containsExactly("HRESCH");
        assertThat(purposes(wanting("HMARKT"))).isEmpty();
        assertThat(purposes(backend.token(wanted()))).containsExactlyInAnyOrder("HRESCH", "HPAYMT");
    }

    /** Whoever names a purpose that is not theirs has a token that opens nothing. */
    @Test
    void opensNothingForAPurposeTheClientIsNotRegisteredFor() {
        String token = wanting("HMARKT").text("access_token");

        assertThat(STRAND.get(token, "Observation?_summary=count").body()).doesNotContain("\"total\":1");
        assertThat(STRAND.get(token, "Patient/" + STRAND.id("ana")).statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void saysThePurposeWhenAskedWhatATokenIs() {
        String token = wanting("HRESCH").text("access_token");
        Answer said = Introspection.of(token);

        assertThat(said.json().path("active").asBoolean()).isTrue();
        assertThat(said.json().path("purpose_of_use").path(0).asText()).isEqualTo("HRESCH");
    }

    @Test
    void refusesWrongGrantsAssertionsAndScopes() {
        assertThat(backend.token(wanted().set("grant_type", "not_a_grant")).text("error"))
                .isEqualTo("unsupported_grant_type");
        Answer wrongType = new App(
                        backend.issuer(),
                        backend.base(),
                        NAME,
                        fields -> fields.set("client_assertion_type", "not_a_type")
                                .set("client_assertion", Apps.assertion(NAME, JWSAlgorithm.RS384, claims -> claims)))
                .token(wanted());
        assertThat(wrongType.status()).isIn(400, 401);
        assertThat(wrongType.text("error")).isIn("invalid_client", "invalid_request", "unauthorized_client");
        Answer noJwt = new App(
                        backend.issuer(),
                        backend.base(),
                        NAME,
                        fields -> fields.set("client_assertion_type", Apps.ASSERTION)
                                .set("client_assertion", "not.a.jwt"))
                .token(wanted());
        assertThat(noJwt.status()).isIn(400, 401);
        String used = UUID.randomUUID().toString();
        App same = Apps.signing(NAME, JWSAlgorithm.RS384, claims -> claims.jwtID(used));
        assertThat(same.token(wanted()).status()).isEqualTo(200);
        assertThat(same.token(wanted()).status()).isNotEqualTo(200);
        assertThat(backend.token(wanted().set("scope", "system/Spaceship.rs")).text("error"))
                .isEqualTo("invalid_scope");
        assertThat(backend.token(wanted().set("scope", "user/*.rs")).text("error"))
                .isEqualTo("invalid_scope");
    }

    private Answer wanting(String purpose) {
        return Apps.signing(NAME, JWSAlgorithm.RS384, claims -> claims.claim("extensions", Apps.wanting(purpose)))
                .token(wanted());
    }

    private static Iterable<String> purposes(Answer answer) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(200);
        return StreamSupport.stream(answer.claims().path("purpose_of_use").spliterator(), false)
                .map(each -> each.asText())
                .toList();
    }

    private static Fields wanted() {
        return Fields.of("grant_type", "client_credentials", "scope", "system/Observation.rs");
    }
}
