package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Endpoint;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.Test;

/** What an app finds before it has a token. */
class DiscoveryIT {

    private static final String ORIGIN = "https://app.example";

    private final RunningStrand strand = RunningStrand.get();
    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> get(String address, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).header("Origin", ORIGIN);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode configuration() throws Exception {
        HttpResponse<String> answer = get(strand.base() + "/.well-known/smart-configuration", "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
        return new ObjectMapper().readTree(answer.body());
    }

    private static <T> List<T> all(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Test
    void saysWhatTheRealmSaysOfItself() throws Exception {
        JsonNode configuration = configuration();
        JsonNode realm = new ObjectMapper()
                .readTree(get(configuration.path("issuer").asText() + "/.well-known/openid-configuration")
                        .body());

        for (String name : List.of(
                "issuer",
                "jwks_uri",
                "authorization_endpoint",
                "token_endpoint",
                "introspection_endpoint",
                "revocation_endpoint")) {
            assertThat(configuration.path(name)).as(name).isEqualTo(realm.path(name));
        }
        for (String name : List.of(
                "scopes_supported",
                "grant_types_supported",
                "response_types_supported",
                "code_challenge_methods_supported",
                "token_endpoint_auth_methods_supported",
                "token_endpoint_auth_signing_alg_values_supported")) {
            assertThat(configuration.path(name))
                    .as(name)
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(realm.path(name)).contains(each));
        }
    }

    @Test
    void leadsFromTheConfigurationToTheBrandOfTheClinic() throws Exception {
        JsonNode configuration = configuration();
        HttpResponse<String> answer =
                get(configuration.path("user_access_brand_bundle").asText());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/fhir+json");
        Bundle bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, answer.body());
        assertThat(bundle.getTimestamp()).isNotNull();
        JsonNode primary = configuration.path("user_access_brand_identifier");
        assertThat(all(bundle, Organization.class).stream().flatMap(brand -> brand.getIdentifier().stream()))
                .singleElement()
                .returns(primary.path("system").asText(), Identifier::getSystem)
                .returns(primary.path("value").asText(), Identifier::getValue);
        assertThat(all(bundle, Endpoint.class)).singleElement().returns(strand.base(), Endpoint::getAddress);
    }

    @Test
    void sendsABrandOnceToAnAppThatKeepsIt() throws Exception {
        String address = strand.base() + "/.well-known/smart-brands";
        HttpResponse<String> first = get(address);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = get(address, "If-None-Match", tag);

        assertThat(tag).startsWith("W/\"");
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("public, max-age=3600");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("ETag")).hasValue(tag);
        assertThat(get(address, "If-None-Match", "W/\"another\"").statusCode()).isEqualTo(200);
        for (HttpResponse<String> answer : List.of(first, second)) {
            assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
                    .containsExactly("*");
            assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                    .hasValueSatisfying(exposed -> assertThat(exposed).contains("ETag"));
        }
    }

    @Test
    void letsABrowserAskWithATag() throws Exception {
        HttpRequest preflight = HttpRequest.newBuilder(URI.create(strand.base() + "/.well-known/smart-brands"))
                .header("Origin", ORIGIN)
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "if-none-match")
                .method("OPTIONS", BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = http.send(preflight, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers")).hasValue("if-none-match");
    }

    @Test
    void leadsDevelopersToAPageThatIsThere() throws Exception {
        Bundle bundle = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        Bundle.class,
                        get(strand.base() + "/.well-known/smart-brands").body());

        assertThat(get(all(bundle, Endpoint.class).get(0).getContactFirstRep().getValue())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void changesNothingForAnybodyWithoutAToken() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(strand.base() + "/.well-known/smart-brands"))
                    .method(method, BodyPublishers.noBody())
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                    .as(method)
                    .isEqualTo(401);
        }
    }
}
