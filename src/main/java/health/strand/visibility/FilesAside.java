package health.strand.visibility;

import health.strand.vault.FileHandle;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The files of what is read while its long contents stay where they are. In the place of each stands something short that is
 * drawn anew for every read, so that nobody can store what would be taken for a file of somebody else.
 */
public final class FilesAside {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ThreadLocal<@Nullable FilesAside> OF_THIS_THREAD = new ThreadLocal<>();

    private final Map<String, FileHandle> files = new HashMap<>();

    /** What this thread reads meanwhile, it reads without its files. */
    public <T> T during(Supplier<T> reading) {
        FilesAside before = OF_THIS_THREAD.get();
        OF_THIS_THREAD.set(this);
        try {
            return reading.get();
        } finally {
            OF_THIS_THREAD.set(before);
        }
    }

    static Optional<FilesAside> ofThisThread() {
        return Optional.ofNullable(OF_THIS_THREAD.get());
    }

    /** In Base64. */
    String standIn(FileHandle file) {
        byte[] drawn = new byte[BYTES];
        RANDOM.nextBytes(drawn);
        files.put(HexFormat.of().formatHex(drawn), file);
        return Base64.getEncoder().encodeToString(drawn);
    }

    /** The file that stayed aside in the place of this content; empty when it is the content itself. */
    public Optional<FileHandle> fileOf(byte[] content) {
        return content.length == BYTES
                ? Optional.ofNullable(files.get(HexFormat.of().formatHex(content)))
                : Optional.empty();
    }
}
