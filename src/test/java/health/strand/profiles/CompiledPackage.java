package health.strand.profiles;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** What {@code profiles/build.sh} compiled: the definitions, and the examples that must pass. */
public final class CompiledPackage {

    public static final FhirContext FHIR = FhirContext.forR4Cached();

    static final Path ROOT = Path.of("profiles");
    static final Path GENERATED = ROOT.resolve("generated");

    private static final Pattern OURS =
            Pattern.compile(Pattern.quote(Canonical.BASE) + "[A-Za-z]+/[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private static final Map<String, Resource> DEFINITIONS = read(GENERATED);
    private static final Map<String, Resource> EXAMPLES = read(GENERATED.resolve("examples"));

    private CompiledPackage() {}

    static List<Resource> definitions() {
        return List.copyOf(DEFINITIONS.values());
    }

    /** Addresses of ours in a text that no definition of the package has. */
    public static Set<String> missing(String json) {
        Set<String> known = definitions(MetadataResource.class).stream()
                .map(MetadataResource::getUrl)
                .collect(Collectors.toSet());
        return OURS.matcher(json)
                .results()
                .map(MatchResult::group)
                .filter(address -> !known.contains(address))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static <T extends MetadataResource> List<T> definitions(Class<T> type) {
        return DEFINITIONS.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    static Map<String, StructureDefinition> structures() {
        return definitions(StructureDefinition.class).stream()
                .collect(Collectors.toMap(StructureDefinition::getUrl, structure -> structure));
    }

    /** Profiles of resources, not extensions. */
    static List<StructureDefinition> profiles() {
        return definitions(StructureDefinition.class).stream()
                .filter(structure -> !"Extension".equals(structure.getType()))
                .toList();
    }

    /** The examples by file name without its ending, such as {@code Patient-ana}. */
    public static Map<String, Resource> examples() {
        return EXAMPLES;
    }

    static List<Resource> examplesOf(StructureDefinition profile) {
        return EXAMPLES.values().stream()
                .filter(example -> example.getMeta().hasProfile(profile.getUrl()))
                .toList();
    }

    /** What the profile itself says, apart from what it inherits. */
    static List<ElementDefinition> ownElements(StructureDefinition structure) {
        return structure.getDifferential().getElement();
    }

    private static Map<String, Resource> read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".json", ""),
                            CompiledPackage::parse,
                            (one, other) -> one,
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Resource parse(Path file) {
        try {
            return (Resource) FHIR.newJsonParser().parseResource(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
