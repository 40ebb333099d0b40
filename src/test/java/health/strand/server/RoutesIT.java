package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import ca.uhn.fhir.rest.server.method.ReadMethodBinding;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesIT {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "routes.txt");

    private final RunningStrand strand = RunningStrand.get();

    @Test
    void offersExactlyTheRoutesOfTheGoldenList() throws IOException {
        FhirServer server = strand.bean(FhirServer.class);
        List<String> routes = Stream.concat(
                        server.getResourceBindings().stream()
                                .flatMap(type -> type.getMethodBindings().stream()
                                        .map(route -> type.getResourceName() + " " + name(route))),
                        server.getServerBindings().stream().map(route -> "/ " + name(route)))
                .distinct()
                .sorted()
                .toList();
        Path found = Path.of("target", "routes.txt");
        Files.write(found, routes);

        assertThat(found).hasSameTextualContentAs(GOLDEN);
    }

    private static String name(BaseMethodBinding route) {
        if (route instanceof OperationMethodBinding operation) {
            return operation.getName();
        }
        RestOperationTypeEnum type = route.getRestOperationType();
        return route instanceof ReadMethodBinding
                ? "read/vread"
                : String.valueOf(type).toLowerCase(java.util.Locale.ROOT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_history",
                "Patient/_history",
                "Patient/$meta",
                "$meta",
                "$export",
                "Patient/$export",
                "$graphql?query=x",
                "$get-resource-counts",
                "$expunge",
                "Patient/$expunge",
                "$reindex",
                "$mark-all-resources-for-reindexing",
                "$perform-reindexing-pass",
                "$hapi.fhir.replace-references",
                "$hapi.fhir.undo-replace-references",
                "Patient/$hapi.fhir.merge",
                "Patient/$everything",
                "Observation/$lastn",
                "$process-message",
                "$diff?from=Patient/1&to=Patient/2",
                "$partition-management-create-partition",
                "CodeSystem/$lookup",
                "ValueSet/$expand",
                "Subscription",
                "StructureDefinition",
                "SearchParameter",
                "Basic",
                "Parameters",
                "Bundle",
                "Binary/$binary-access-read",
                "$import",
                "$apply-codesystem-delta-add",
                "Composition/$document",
                "Patient/$summary",
                "?_getpages=x",
                "mcp",
                "tester",
                "swagger-ui/"
            })
    void doesNotKnowWhatElseHapiBrings(String path) {
        for (String method : List.of("GET", "POST")) {
            HttpResponse<String> answer = strand.send(
                    strand.request(strand.token("loader"), path.startsWith("?") ? strand.base() + path : path)
                            .header("Content-Type", "application/fhir+json")
                            .method(
                                    method,
                                    "GET".equals(method)
                                            ? java.net.http.HttpRequest.BodyPublishers.noBody()
                                            : java.net.http.HttpRequest.BodyPublishers.ofString(
                                                    "{\"resourceType\":\"Parameters\"}")));

            assertThat(answer.statusCode()).as(method + " " + path).isIn(400, 404, 405);
            assertThat(answer.body())
                    .contains("OperationOutcome")
                    .doesNotContain("HAPI-")
                    .doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator/health", "/actuator/prometheus", "/", "/error", "/fhir2", "/swagger-ui/index.html"})
    void keepsEverythingBesideTheEndpointShut(String path) {
        String origin = strand.base().substring(0, strand.base().length() - "/fhir".length());

        assertThat(strand.get(strand.token("loader"), origin + path).statusCode())
                .isIn(403, 404);
    }
}
