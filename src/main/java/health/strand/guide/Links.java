package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Ways from one page to another, and out to whoever defined what we use. */
record Links(Artifacts artifacts, Displays displays) {

    private static final Map<String, String> SYSTEMS = Map.of(
            "http://unitsofmeasure.org", "UCUM",
            "urn:ietf:bcp:13", "media types",
            "urn:ietf:bcp:47", "languages",
            "urn:iso:std:iso:3166", "countries",
            "urn:ietf:rfc:3986", "URI");

    static Html to(Artifact artifact) {
        return Tag.link(artifact.page(), artifact.title());
    }

    /** The place of a code on its system's page. */
    static String anchor(String code) {
        return "code-" + code.replaceAll("[^A-Za-z0-9_.-]", "-");
    }

    static Html type(String name) {
        return Tag.link(Specification.type(name), name);
    }

    /** A definition by its canonical address: ours, the standard's, or somebody's whose address is all that is known. */
    Html canonical(String url) {
        Optional<Artifact> ours = artifacts.at(url);
        if (ours.isPresent()) {
            return to(ours.get());
        }
        Optional<String> standard = Specification.canonical(url);
        if (standard.isPresent()) {
            return Tag.link(standard.get(), lastPart(url));
        }
        return url.startsWith("http") ? foreign(url) : Tag.code(url);
    }

    /** Of a long address, what it is called, in which version, and whose it is. */
    private static Html foreign(String url) {
        String address = url.replaceFirst("\\|.*", "");
        String version = url.substring(address.length()).replace('|', ' ');
        String guide = address.replaceFirst("^https?://", "").replaceFirst("/(StructureDefinition/)?[^/]*$", "");
        return Html.of(Tag.link(address, lastPart(address) + version), Html.text(", " + guide));
    }

    Html system(String url) {
        String known = SYSTEMS.get(url);
        return known == null ? canonical(url) : Html.text(known);
    }

    Html code(String system, String code) {
        Optional<Artifact> ours = artifacts.at(system);
        Html name = Tag.code(code);
        // an excerpt may lack a code that is used
        return ours.isPresent() && displays.knows(system, code)
                ? Tag.of("a")
                        .with("href", ours.get().page() + "#" + anchor(code))
                        .around(name)
                : name;
    }

    /** A coding as {@code system: code}. */
    Html coding(JsonNode coding) {
        String system = coding.path("system").asText();
        String code = coding.path("code").asText();
        if (system.isEmpty()) {
            return Tag.code(code);
        }
        return code.isEmpty() ? system(system) : Html.of(code(system, code), Html.text(" of "), system(system));
    }

    private static String lastPart(String url) {
        return url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\|.*", "");
    }
}
