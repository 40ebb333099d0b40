package health.strand.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Makes sure that what was written, or that a name was given, outlives a power cut. */
final class Durable {

    private Durable() {}

    /** @param path a file, or a folder with the names in it; nothing is done for none */
    static void force(@Nullable Path path) throws IOException {
        if (path == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
