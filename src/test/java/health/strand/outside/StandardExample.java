package health.strand.outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** One of the R4 examples that come with the standard's own test cases. */
record StandardExample(String name, ObjectNode resource) {

    private static final Pattern RELATIVE = Pattern.compile("[A-Za-z]+/[A-Za-z0-9.-]{1,64}");

    /** All that are resources, by name. */
    static List<StandardExample> all() throws IOException {
        List<StandardExample> all = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath*:org/hl7/fhir/testcases/r4/examples/*.json")) {
            JsonNode content = ExactJson.parse(file.getContentAsString(StandardCharsets.UTF_8));
            if (content.has("resourceType")) {
                all.add(new StandardExample(String.valueOf(file.getFilename()), (ObjectNode) content));
            }
        }
        all.sort(Comparator.comparing(StandardExample::name));
        return all;
    }

    String type() {
        return resource.get("resourceType").asText();
    }

    /** Under which the others refer to it. */
    String address() {
        return type() + "/" + resource.path("id").asText();
    }

    /** What it refers to in the same record. */
    List<String> references() {
        List<String> found = new ArrayList<>();
        eachReference(
                resource, reference -> found.add(reference.get("reference").asText()));
        return found;
    }

    /** The same with references to what is stored, and with nothing but the name of what is not. */
    StandardExample referringTo(Function<String, @Nullable String> stored) {
        ObjectNode copy = resource.deepCopy();
        eachReference(copy, reference -> {
            String address = reference.get("reference").asText();
            String known = stored.apply(address);
            if (known == null) {
                reference.remove("reference");
                reference.putObject("identifier").put("value", address);
            } else {
                reference.put("reference", known);
            }
        });
        return new StandardExample(name, copy);
    }

    private static void eachReference(JsonNode node, java.util.function.Consumer<ObjectNode> consumer) {
        node.forEach(child -> eachReference(child, consumer));
        if (node instanceof ObjectNode object
                && object.path("reference").isTextual()
                && RELATIVE.matcher(object.get("reference").asText()).matches()) {
            consumer.accept(object);
        }
    }
}
