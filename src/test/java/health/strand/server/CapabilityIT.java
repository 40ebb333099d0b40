package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;

class CapabilityIT {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private final RunningStrand strand = RunningStrand.get();

    @Test
    void saysWhoItIsAndWhereTokensComeFrom() throws Exception {
        CapabilityStatement statement = statement();

        assertThat(statement.getSoftware().getName()).isEqualTo("Strand");
        assertThat(statement.getSoftware().getVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(statement
                        .getRestFirstRep()
                        .getSecurity()
                        .getServiceFirstRep()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("SMART-on-FHIR");
        assertThat(strand.get("", "metadata").body())
                .doesNotContain("resourceCount")
                .doesNotContain("HAPI");
    }

    @Test
    void listsNothingThatIsNotThere() throws Exception {
        List<String> untrue = new ArrayList<>();
        for (CapabilityStatementRestResourceComponent type :
                statement().getRestFirstRep().getResource()) {
            type.getInteraction().forEach(listed -> call(type.getType(), listed.getCode(), untrue));
            if (type.hasSearchParam()) {
                type.getSearchParam().forEach(parameter -> search(type.getType(), parameter, untrue));
            }
            include(type, untrue);
        }

        assertThat(untrue).isEmpty();
    }

    @Test
    void namesOurDefinitionOfEveryOperationOnConsents() throws Exception {
        List<String> found = statement().getRestFirstRep().getResource().stream()
                .filter(type -> "Consent".equals(type.getType()))
                .flatMap(type -> type.getOperation().stream())
                .filter(operation -> !"validate".equals(operation.getName()))
                .map(operation -> operation.getName() + " " + operation.getDefinition())
                .toList();

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(java.util.stream.Stream.of(
                                "file", "fileConsent", "revoke", "revokeConsent", "receipt", "preview")
                        .map(name -> name + " https://strand.health/fhir/OperationDefinition/" + name)
                        .toList());
    }

    private CapabilityStatement statement() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(java.net.URI.create(strand.base() + "/metadata"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return FhirContext.forR4Cached().newJsonParser().parseResource(CapabilityStatement.class, answer.body());
    }

    /** An interaction with nobody's id, or an empty body: known interactions answer 404, 400 or 422, unknown ones differ. */
    private void call(String type, TypeRestfulInteraction interaction, List<String> untrue) {
        String token = strand.token("loader");
        String empty = "{\"resourceType\":\"" + type + "\",\"id\":\"" + NOBODY + "\"}";
        String one = type + "/" + NOBODY;
        HttpResponse<String> answer = switch (interaction) {
            case READ -> strand.get(token, one);
            case VREAD -> strand.get(token, one + "/_history/1");
            case HISTORYINSTANCE -> strand.get(token, one + "/_history");
            case SEARCHTYPE -> strand.get(token, type + "?_count=1");
            case CREATE -> strand.post(token, type, "{");
            case UPDATE -> strand.put(token, one, empty);
            case PATCH ->
                strand.send(strand.request(token, one)
                        .header("Content-Type", "application/json-patch+json")
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("[]")));
            case DELETE -> strand.delete(token, one);
            default -> throw new AssertionError("the statement lists " + interaction);
        };
        if (answer.statusCode() >= 500 || answer.body().contains("not-supported")) {
            untrue.add(type + " " + interaction.toCode() + " " + answer.statusCode() + " " + answer.body());
        }
    }

    private void search(
            String type, CapabilityStatementRestResourceSearchParamComponent parameter, List<String> untrue) {
        if ("_has".equals(parameter.getName())) {
            // written with the other type in its name
            return;
        }
        HttpResponse<String> answer = strand.get(
                strand.token("loader"), type + "?_count=1&" + parameter.getName() + "=" + value(parameter.getType()));
        boolean wrongValue = answer.body().contains("is not of its type");
        if (answer.statusCode() != 200 && !(wrongValue && answer.statusCode() == 400)) {
            untrue.add(type + "?" + parameter.getName() + " " + answer.statusCode() + " " + answer.body());
        }
    }

    private static String value(SearchParamType type) {
        return switch (type) {
            case DATE -> "ge2020-01-01";
            case NUMBER -> "1";
            case QUANTITY -> "1";
            case REFERENCE -> "Patient/" + NOBODY;
            case TOKEN, STRING -> "x";
            case URI -> "urn:x";
            case COMPOSITE -> "x$x";
            case SPECIAL, NULL -> "1.0%7C1.0";
        };
    }

    private void include(CapabilityStatementRestResourceComponent type, List<String> untrue) {
        for (StringType include : type.getSearchInclude()) {
            HttpResponse<String> answer =
                    strand.get(strand.token("loader"), type.getType() + "?_count=1&_include=" + include.getValue());
            if (answer.statusCode() != 200) {
                untrue.add(type.getType() + " include " + include.getValue() + " " + answer.statusCode());
            }
        }
    }
}
