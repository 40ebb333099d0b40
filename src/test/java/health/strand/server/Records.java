package health.strand.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Stored records of the demo clinic as JSON, to be written again with a change. */
final class Records {

    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    private final RunningStrand strand;
    private final String token;

    Records(RunningStrand strand, String token) {
        this.strand = strand;
        this.token = token;
    }

    /** The first that a search finds. */
    JsonNode one(String search) {
        JsonNode found = Answers.json(strand.get(token, search + "&_count=1")).at("/entry/0/resource");
        assertThat(found.isObject()).as(search).isTrue();
        return found;
    }

    /** A trichometry panel of a persona. */
    JsonNode panel(String persona) {
        return one(
                "Observation?code=https://strand.health/fhir/CodeSystem/trichometry%7Ctrichometry-panel&subject=Patient/"
                        + strand.id(persona));
    }

    static String unlabelled(JsonNode resource) {
        return without(resource, "meta", "id");
    }

    static String labelled(JsonNode resource, String path, String confidentiality) {
        ObjectNode copy = resource.deepCopy();
        copy.put("id", path.substring(path.indexOf('/') + 1));
        copy.putObject("meta")
                .putArray("security")
                .addObject()
                .put("system", CONFIDENTIALITY)
                .put("code", confidentiality);
        return copy.toString();
    }

    static String without(JsonNode resource, String... elements) {
        ObjectNode copy = resource.deepCopy();
        copy.remove(Arrays.asList(elements));
        return copy.toString();
    }

    static String patient(String family) {
        return "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"" + family + "\"}]}";
    }

    /** Creates of each, as a batch or a transaction. */
    static String bundle(String type, String... resources) {
        return Arrays.stream(resources)
                .map(resource -> "{\"resource\":" + resource + ",\"request\":{\"method\":\"POST\",\"url\":\""
                        + resource.replaceFirst("(?s).*?\"resourceType\":\"([A-Za-z]+)\".*", "$1") + "\"}}")
                .collect(Collectors.joining(
                        ",", "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[", "]}"));
    }
}
