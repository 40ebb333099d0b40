package health.strand.server;

import health.strand.access.ImplicitPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of a clinic's own base policy, in place of the one the server comes with. */
final class PolicyFile {

    static final String KEY = "strand.clinic.base-policy";

    private PolicyFile() {}

    /** What is wrong with it, with the line; empty when it can be used, or when there is none. */
    static Optional<String> fault(@Nullable String file) {
        if (file == null || file.isBlank()) {
            return Optional.empty();
        }
        try {
            read(Path.of(file));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the file cannot be read");
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The policy in the file, or the one the server comes with. */
    static ImplicitPolicy policy(@Nullable Path file) {
        try {
            return file == null ? ImplicitPolicy.shipped() : read(file);
        } catch (IOException e) {
            throw new HalfConfigured("`" + KEY + "`: the file cannot be read");
        }
    }

    private static ImplicitPolicy read(Path file) throws IOException {
        return ImplicitPolicy.parse(Files.readString(file, StandardCharsets.UTF_8));
    }
}
