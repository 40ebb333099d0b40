package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The pages of what a client asks with: search parameters, operations, the capability statement. */
record ApiPages(Links links) {

    Html searchParameter(Artifact parameter) {
        return new Facts()
                .add("Parameter", Tag.code(parameter.text("code")))
                .add("Of", types(parameter.json().path("base")))
                .add(
                        "Kind",
                        Tag.link(Specification.BASE + "search.html#" + parameter.text("type"), parameter.text("type")))
                .add("Leads to", types(parameter.json().path("target")))
                .add("FHIRPath", Tag.code(parameter.text("expression")))
                .html();
    }

    Html operation(Artifact operation) {
        List<Html> rows = new ArrayList<>();
        parameters(operation.json().path("parameter"), "", rows);
        String place = operation.json().path("instance").asBoolean() ? "/{id}" : "";
        return Html.of(
                new Facts()
                        .add(
                                "Asked as",
                                Tag.code(operation
                                                .json()
                                                .path("resource")
                                                .path(0)
                                                .asText() + place + "/$" + operation.text("code")))
                        .add(
                                "Changes anything",
                                operation.json().path("affectsState").asBoolean() ? "yes" : "no")
                        .html(),
                Blocks.section(
                        "parameters",
                        "Parameters",
                        Blocks.table(
                                "Parameters of " + operation.title(),
                                List.of("Name", "In or out", "Card.", "Type", "Meaning"),
                                rows)));
    }

    /** What has parts has no type. */
    private static void parameters(JsonNode parameters, String whole, List<Html> rows) {
        for (JsonNode parameter : parameters) {
            String name = whole + parameter.path("name").asText();
            String type = parameter.path("type").asText();
            rows.add(Blocks.row(
                    Tag.code(name),
                    Html.text(parameter.path("use").asText()),
                    Html.text(parameter.path("min").asText() + ".."
                            + parameter.path("max").asText()),
                    type.isEmpty() ? Html.text("parts") : Links.type(type),
                    Html.text(parameter.path("documentation").asText())));
            parameters(parameter.path("part"), name + ".", rows);
        }
    }

    Html capability(Artifact statement) {
        List<Html> rows = new ArrayList<>();
        for (JsonNode resource : statement.json().path("rest").path(0).path("resource")) {
            rows.add(Blocks.row(
                    Links.type(resource.path("type").asText()),
                    Blocks.list(canonicals(resource.path("supportedProfile"), "")),
                    Html.text(String.join(", ", words(resource.path("interaction"), "code"))),
                    Blocks.list(canonicals(resource.path("searchParam"), "definition")),
                    Blocks.list(canonicals(resource.path("operation"), "definition"))));
        }
        JsonNode security = statement.json().path("rest").path(0).path("security");
        return Html.of(
                new Facts()
                        .add("FHIR", statement.text("fhirVersion"))
                        .add("Security", security.path("description").asText())
                        .html(),
                Blocks.section(
                        "resources",
                        "Resources",
                        Blocks.table(
                                "Resources of " + statement.title(),
                                List.of("Type", "Profiles", "Interactions", "Search parameters", "Operations"),
                                rows)));
    }

    private static Html types(JsonNode names) {
        List<Html> types = new ArrayList<>();
        names.forEach(name -> types.add(Links.type(name.asText())));
        return Html.join(", ", types);
    }

    /** @param element in which each address stands; empty where the address stands alone */
    private List<Html> canonicals(JsonNode nodes, String element) {
        List<Html> found = new ArrayList<>();
        nodes.forEach(node -> found.add(links.canonical((element.isEmpty() ? node : node.path(element)).asText())));
        return found;
    }

    private static List<String> words(JsonNode nodes, String element) {
        List<String> found = new ArrayList<>();
        nodes.forEach(node -> found.add(node.path(element).asText()));
        return found;
    }
}
