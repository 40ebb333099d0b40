package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/**
 * A compiled resource with a page of its own.
 *
 * @param title what a reader calls it
 * @param description a sentence or two, in Markdown
 * @param file where it was read from
 */
record Artifact(Kind kind, JsonNode json, String title, String description, Path file) {

    static Artifact definition(Kind kind, JsonNode json, Path file) {
        String title = json.path("title").asText(json.path("name").asText());
        return new Artifact(kind, json, title, json.path("description").asText(), file);
    }

    static Artifact example(JsonNode json, String name, String description, Path file) {
        return new Artifact(Kind.EXAMPLE, json, name, description, file);
    }

    String type() {
        return text("resourceType");
    }

    /** The canonical address; empty for examples. */
    String url() {
        return text("url");
    }

    /** As other resources refer to it, such as {@code Patient/ana}. */
    String reference() {
        return type() + "/" + text("id");
    }

    String text(String element) {
        return json.path(element).asText();
    }

    String page() {
        return name() + ".html";
    }

    /** The file name without its ending, which HL7's own guides use too. */
    String name() {
        return file.getFileName().toString().replace(".json", "");
    }
}
