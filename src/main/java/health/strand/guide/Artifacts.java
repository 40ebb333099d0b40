package health.strand.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything {@code profiles/build.sh} compiled, as it is referred to. */
final class Artifacts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode contents;
    private final List<Artifact> all;
    private final Map<String, Artifact> byUrl = new HashMap<>();
    private final Map<String, Artifact> byReference = new HashMap<>();
    private final Map<String, Artifact> profilesByName = new HashMap<>();

    private Artifacts(JsonNode contents, List<Artifact> all) {
        this.contents = contents;
        this.all = all;
        for (Artifact artifact : all) {
            byReference.put(artifact.reference(), artifact);
            if (artifact.kind() != Kind.EXAMPLE) {
                byUrl.put(artifact.url(), artifact);
            }
            if (artifact.kind() == Kind.PROFILE) {
                profilesByName.put(artifact.text("name"), artifact);
            }
        }
    }

    static Artifacts read(Path generated) throws IOException {
        try (Stream<Path> definitions = Files.list(generated);
                Stream<Path> examples = Files.list(generated.resolve("examples"))) {
            List<Path> files = definitions.filter(Artifacts::isJson).toList();
            JsonNode contents = JSON.readTree(files.stream()
                    .filter(file -> file.getFileName().toString().startsWith("ImplementationGuide-"))
                    .findFirst()
                    .orElseThrow(() -> new GuideFailure("the package has no list of its contents"))
                    .toFile());
            Contents listed = Contents.of(contents);
            return new Artifacts(
                    contents,
                    Stream.concat(
                                    files.stream().flatMap(file -> definition(file).stream()),
                                    examples.filter(Artifacts::isJson).map(file -> listed.example(parse(file), file)))
                            .sorted(Comparator.comparing(Artifact::kind).thenComparing(Artifact::title))
                            .toList());
        }
    }

    private static boolean isJson(Path file) {
        return file.toString().endsWith(".json");
    }

    private static Optional<Artifact> definition(Path file) {
        JsonNode json = parse(file);
        return Kind.ofDefinition(json).map(kind -> Artifact.definition(kind, json, file));
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    String version() {
        return contents.path("version").asText();
    }

    List<Artifact> all() {
        return all;
    }

    List<Artifact> of(Kind kind) {
        return all.stream().filter(artifact -> artifact.kind() == kind).toList();
    }

    /** The definition with a canonical address, with or without a version behind it. */
    Optional<Artifact> at(String canonical) {
        int bar = canonical.indexOf('|');
        return Optional.ofNullable(byUrl.get(bar < 0 ? canonical : canonical.substring(0, bar)));
    }

    /** What a reference such as {@code Patient/ana} leads to. */
    Optional<Artifact> referenced(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    /** The profile of a name such as {@code HrPatient}. */
    Optional<Artifact> profileNamed(String name) {
        return Optional.ofNullable(profilesByName.get(name));
    }

    List<Artifact> examplesOf(Artifact profile) {
        return of(Kind.EXAMPLE).stream()
                .filter(example -> declares(example, profile.url()))
                .toList();
    }

    static boolean declares(Artifact example, String profile) {
        for (JsonNode declared : example.json().path("meta").path("profile")) {
            if (declared.asText().equals(profile)) {
                return true;
            }
        }
        return false;
    }
}
