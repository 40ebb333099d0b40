package health.strand.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;

/** The compiled package as a whole. */
class ProfilePackageTest {

    private static final List<String> SOURCES = List.of("input", "tools", "package-lock.json", "sushi-config.yaml");

    /** {@code profiles/build.sh --check} compiles again to be sure; this needs no Node. */
    @Test
    void isMadeFromTheSourcesBesideIt() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String source : SOURCES) {
            try (Stream<Path> files = Files.walk(CompiledPackage.ROOT.resolve(source))) {
                files.filter(Files::isRegularFile).forEach(file -> lines.add(line(file)));
            }
        }
        lines.sort(null);

        assertThat(sha256(String.join("", lines)))
                .as("run profiles/build.sh")
                .isEqualTo(Files.readString(CompiledPackage.GENERATED.resolve("sources.sha256"))
                        .strip());
    }

    private static String line(Path file) {
        try {
            String path = CompiledPackage.ROOT.relativize(file).toString().replace('\\', '/');
            return path + " " + sha256(Files.readString(file).replace("\r", "")) + "\n";
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }

    @Test
    void liesOnTheClassPath() {
        assertThat(getClass().getResource("/packages/strand/StructureDefinition-hr-patient.json"))
                .isNotNull();
    }

    @Test
    void refersToNothingOfOursThatIsMissing() throws IOException {
        try (Stream<Path> files = Files.walk(CompiledPackage.GENERATED)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")))
                    .allSatisfy(file -> assertThat(CompiledPackage.missing(Files.readString(file)))
                            .isEmpty());
        }
    }

    @Test
    void givesEveryStructureItsSnapshot() {
        assertThat(CompiledPackage.definitions(StructureDefinition.class))
                .allSatisfy(structure -> assertThat(structure.getSnapshot().getElement())
                        .as(structure.getUrl())
                        .hasSizeGreaterThan(1));
    }

    @Test
    void givesEveryDefinitionAnAddressAndAVersionOfOurs() {
        assertThat(CompiledPackage.definitions(MetadataResource.class)).allSatisfy(definition -> {
            if (!standsIn(definition)) {
                assertThat(definition.getUrl()).startsWith(Canonical.BASE);
                assertThat(definition.getVersion()).as(definition.getUrl()).isNotEmpty();
            }
        });
    }

    /** Copies and excerpts of code systems that belong to others keep their addresses and name their owners. */
    private static boolean standsIn(MetadataResource definition) {
        return definition instanceof CodeSystem system && system.hasCopyright();
    }
}
