package health.strand.profiles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.github.fge.jsonpatch.JsonPatch;
import com.github.fge.jsonpatch.JsonPatchException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A good example with one thing wrong. What is wrong is written as a JSON Patch (RFC 6902), so that nothing else can be.
 *
 * @param name says what is wrong
 * @param from the good example
 * @param rule the invariant that must fail
 * @param binding the id of the value set whose required binding must fail
 * @param says a part of the validator's message, for what is neither
 * @param warning whether the rule warns only
 */
record BadExample(
        String name,
        String from,
        JsonNode patch,
        @Nullable String rule,
        @Nullable String binding,
        @Nullable String says,
        boolean warning) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<BadExample> all() {
        try (Stream<Path> files = Files.list(CompiledPackage.ROOT.resolve("bad-examples"))) {
            return files.sorted().flatMap(file -> read(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BadExample> read(Path file) {
        try {
            return YAML.readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Resource good() {
        return Objects.requireNonNull(
                CompiledPackage.examples().get(from), () -> name + ": there is no example " + from);
    }

    Resource resource() {
        try {
            JsonNode good = JSON.readTree(CompiledPackage.FHIR.newJsonParser().encodeResourceToString(good()));
            JsonNode bad = JsonPatch.fromJson(patch).apply(good);
            return (Resource) CompiledPackage.FHIR.newJsonParser().parseResource(JSON.writeValueAsString(bad));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(name, e);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (JsonPatchException e) {
            throw new IllegalStateException(name + ": the patch does not fit " + from, e);
        }
    }

    /** Whether a message of the validator is about what is wrong here. */
    boolean expects(String message) {
        if (rule != null) {
            return message.contains("Constraint failed: " + rule + ":");
        }
        if (binding != null) {
            // a code that is in no value set because it is in no code system is reported twice
            return message.contains("/ValueSet/" + binding + "|") || message.contains(": Unknown code '");
        }
        return message.contains(Objects.requireNonNull(says, name));
    }
}
