package health.strand.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Our part of Keycloak, as the build packed it beside Keycloak's own files. */
record ProviderJar(Path file) {

    private static final String FOLDER = "keycloak-provider";
    private static final String NAME = "strand-keycloak.jar";

    /** @param keycloak the folder into which the build unpacked Keycloak */
    static ProviderJar beside(Path keycloak) {
        Path folder = keycloak.resolveSibling(FOLDER);
        try (Stream<Path> jars = Files.list(folder)) {
            return jars.filter(each -> each.toString().endsWith("-keycloak.jar"))
                    .max(Comparator.comparing(ProviderJar::changed))
                    .map(ProviderJar::new)
                    .orElseThrow(() -> missing(folder));
        } catch (IOException e) {
            throw missing(folder);
        }
    }

    private static EmbeddedFailure missing(Path folder) {
        return new EmbeddedFailure("Keycloak's provider is not in "
                + folder.toAbsolutePath().normalize() + "; run 'mvn process-classes' first");
    }

    private static long changed(Path jar) {
        return jar.toFile().lastModified();
    }

    /** Names what it holds; the same for a jar that is only packed again. */
    String key() throws IOException {
        List<byte[]> parts = new ArrayList<>();
        try (ZipFile jar = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = jar.stream()
                    .filter(ProviderJar::counts)
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                parts.add(entry.getName().getBytes(StandardCharsets.UTF_8));
                parts.add(jar.getInputStream(entry).readAllBytes());
            }
        }
        return ContentKey.of(parts.toArray(byte[][]::new));
    }

    private static boolean counts(ZipEntry entry) {
        return !entry.isDirectory()
                && !entry.getName().startsWith("META-INF/maven")
                && !entry.getName().equals("META-INF/MANIFEST.MF");
    }

    void copyInto(Path providers) throws IOException {
        Files.createDirectories(providers);
        Files.copy(file, providers.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
    }
}
