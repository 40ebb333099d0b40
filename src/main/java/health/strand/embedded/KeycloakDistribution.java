package health.strand.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keycloak's own files as the build unpacked them; read by all instances, written by none once its start is prepared. */
final class KeycloakDistribution {

    private static final List<String> SHARED = List.of("lib", "providers", "conf", "themes");

    private final Path files;

    private KeycloakDistribution(Path files) {
        this.files = files;
    }

    static KeycloakDistribution under(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> child.getFileName().toString().startsWith("keycloak-"))
                    .filter(child -> Files.exists(child.resolve("lib").resolve("quarkus-run.jar")))
                    .sorted()
                    .reduce((first, last) -> last)
                    .map(KeycloakDistribution::new)
                    .orElseThrow(() -> missing(directory));
        } catch (IOException e) {
            throw missing(directory);
        }
    }

    private static EmbeddedFailure missing(Path directory) {
        return new EmbeddedFailure("Keycloak is not unpacked in "
                + directory.toAbsolutePath().normalize() + "; run 'mvn process-resources' first");
    }

    Path files() {
        return files.toAbsolutePath().normalize();
    }

    String version() throws IOException {
        return Files.readString(files.resolve("version.txt")).strip();
    }

    /** Keycloak writes its data below its home, so each instance gets a home of its own that points to the shared files. */
    Path homeIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : SHARED) {
            Path link = folder.resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, files().resolve(name));
        }
        return folder;
    }
}
