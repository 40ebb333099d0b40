package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.strand.demo.PersonaLogin;
import health.strand.embedded.Persona;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token opens what its scopes say and no more, by whatever door. */
class ScopeEdgesIT {

    private static final RunningStrand STRAND = RunningStrand.get();
    private static final String LABORATORY = "http://terminology.hl7.org/CodeSystem/observation-category|laboratory";

    private final String all = STRAND.token("ana", "openid fhirUser launch/patient patient/Observation.rs");
    private final String part =
            STRAND.token("ana", "openid fhirUser launch/patient patient/Observation.rs?category=" + LABORATORY);
    private final String inside = first("Observation?category=" + LABORATORY.replace("|", "%7C"));
    private final String outside = first("Observation?category:not=" + LABORATORY.replace("|", "%7C"));

    @ParameterizedTest
    @ValueSource(strings = {"Observation/{id}", "Observation/{id}/_history/1"})
    void readsOnlyWhatTheRestrictionOfAScopeCovers(String road) {
        assertThat(STRAND.get(part, road.replace("{id}", inside)).statusCode()).isEqualTo(200);
        assertThat(STRAND.get(part, road.replace("{id}", outside)).statusCode()).isEqualTo(404);
        assertThat(STRAND.get(all, road.replace("{id}", outside)).statusCode()).isEqualTo(200);
    }

    @Test
    void readsTheHistoryOfWhatAScopeDoesNotCoverAsIfItWereNotThere() {
        HttpResponse<String> never = STRAND.get(part, "Observation/" + UUID.randomUUID() + "/_history");
        HttpResponse<String> hidden = STRAND.get(part, "Observation/" + outside + "/_history");

        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(hidden.body()).isEqualTo(never.body());
        assertThat(STRAND.get(part, "Observation/" + inside + "/_history").statusCode())
                .isEqualTo(200);
    }

    @Test
    void findsNothingOutsideTheRestrictionOfAScope() {
        assertThat(Answers.bundle(STRAND.get(part, "Observation?_id=" + outside))
                        .getTotal())
                .isZero();
        assertThat(STRAND.get(part, "Patient/" + STRAND.id("ana") + "/$everything")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void leavesATypeCoveredOnlyInPartOutOfTheWholeRecord() {
        String token = STRAND.token(
                "ana",
                "openid fhirUser launch/patient patient/Patient.rs patient/Observation.rs?category=" + LABORATORY);

        List<Bundle.BundleEntryComponent> record =
                Answers.pages(STRAND, token, "Patient/" + STRAND.id("ana") + "/$everything?_count=20");

        assertThat(record)
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getResource().fhirType()).isEqualTo("Patient"));
    }

    @Test
    void refusesOnlyTheEntriesOfABatchThatAScopeCoversInPart() {
        String batch = "{'resourceType':'Bundle','type':'batch','entry':["
                + "{'request':{'method':'GET','url':'Observation/" + inside + "'}},"
                + "{'request':{'method':'GET','url':'Observation/" + outside + "'}},"
                + "{'request':{'method':'GET','url':'Observation?_summary=count'}}]}";

        HttpResponse<String> answer = STRAND.post(part, "", batch.replace('\'', '"'));

        assertThat(Answers.bundle(answer).getEntry().stream()
                        .map(entry -> entry.getResponse().getStatus().substring(0, 3)))
                .containsExactly("200", "404", "403");
    }

    @ParameterizedTest
    @CsvSource({
        "user/*.read, GET, 200",
        "user/*.write, GET, 403",
        "user/*.read, POST, 403",
        "user/*.write, POST, 201",
        "user/*.cud, POST, 201",
        "user/*.cud, GET, 403",
        "user/Observation.cruds, POST, 201",
        "user/Observation.rs, POST, 403"
    })
    void tellsReadingFromWriting(String scope, String method, int status) {
        String token = STRAND.token("sora", "openid fhirUser " + scope);
        String body = "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"x\"},"
                + "\"subject\":{\"reference\":\"Patient/" + STRAND.id("ana") + "\"}}";

        HttpResponse<String> answer = "GET".equals(method)
                ? STRAND.get(token, "Observation?_count=1")
                : STRAND.post(token, "Observation", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id_token", "refresh_token"})
    void takesNoOtherTokenForAnAccessToken(String kind) throws IOException {
        String answer = new PersonaLogin(STRAND.parts().keycloakAccess().issuer(), STRAND.base())
                .tokens("sora", Persona.DEMO_PASSWORD, "openid fhirUser offline_access user/*.rs");
        String token = new ObjectMapper().readTree(answer).path(kind).asText();

        assertThat(token).isNotEmpty();
        assertThat(STRAND.get(token, "Patient?_count=1").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/prometheus", "/actuator/env", "/actuator/heapdump"})
    void servesHealthAndMetricsOnTheirOwnPortOnly(String path) {
        String open = "http://127.0.0.1:" + STRAND.parts().ports().fhir() + path;
        String own = "http://127.0.0.1:" + STRAND.parts().ports().management() + path;

        assertThat(STRAND.get(STRAND.token("loader"), open).statusCode()).isIn(401, 403, 404);
        assertThat(STRAND.send(HttpRequest.newBuilder(java.net.URI.create(own)).GET())
                        .statusCode())
                .isEqualTo(path.endsWith("health") || path.endsWith("prometheus") ? 200 : 401);
    }

    private String first(String search) {
        return Answers.bundle(STRAND.get(all, search + "&_count=1"))
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
    }
}
