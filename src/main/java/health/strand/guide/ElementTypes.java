package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Says of which types an element may be, and what a reference may lead to. */
record ElementTypes(Links links) {

    private static final String FHIRPATH = "http://hl7.org/fhirpath/System.";

    Html of(JsonNode element) {
        if (element.has("contentReference")) {
            String path = element.path("contentReference").asText();
            return Html.text("as " + path.substring(path.indexOf('#') + 1));
        }
        List<Html> types = new ArrayList<>();
        element.path("type").forEach(type -> types.add(one(type)));
        return Html.join(" | ", types);
    }

    private Html one(JsonNode type) {
        Html name = Links.type(name(type));
        List<Html> narrower = new ArrayList<>();
        type.path("profile").forEach(profile -> narrower.add(links.canonical(profile.asText())));
        type.path("targetProfile").forEach(target -> narrower.add(links.canonical(target.asText())));
        return narrower.isEmpty()
                ? name
                : name.and(Html.text(" (")).and(Html.join(" | ", narrower)).and(Html.text(")"));
    }

    private static String name(JsonNode type) {
        String code = type.path("code").asText();
        if (!code.startsWith(FHIRPATH)) {
            return code;
        }
        for (JsonNode extension : type.path("extension")) {
            if (extension.path("url").asText().endsWith("structuredefinition-fhir-type")) {
                return extension
                        .path("valueUrl")
                        .asText(extension.path("valueUri").asText());
            }
        }
        return code.substring(FHIRPATH.length()).toLowerCase(java.util.Locale.ROOT);
    }
}
