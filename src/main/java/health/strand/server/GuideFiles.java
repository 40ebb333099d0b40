package health.strand.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of the guide on the class path. The build wrote a list of them; what it does not name is never looked for, so
 * no path leads out of the guide.
 */
final class GuideFiles {

    private static final String FOLDER = "/guide/";

    private final Map<String, String> hashes;

    GuideFiles() {
        try (BufferedReader list =
                new BufferedReader(new InputStreamReader(find("files.txt"), StandardCharsets.UTF_8))) {
            hashes = list.lines()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toUnmodifiableMap(entry -> entry[1], entry -> entry[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash of a file's content; null when the guide has no such file. */
    @Nullable
    String hash(String name) {
        return hashes.get(name);
    }

    /** A file that {@link #hash} knows. */
    InputStream open(String name) {
        if (!hashes.containsKey(name)) {
            throw new IllegalArgumentException("the guide has no such file");
        }
        return find(name);
    }

    private static InputStream find(String name) {
        return Objects.requireNonNull(
                GuideFiles.class.getResourceAsStream(FOLDER + name),
                "the guide is not built; build with: mvn process-classes");
    }
}
