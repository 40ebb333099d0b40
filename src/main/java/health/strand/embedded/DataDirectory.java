package health.strand.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds everything one instance keeps between runs. It is locked while open, so two instances cannot
 * work on the same data; the lock ends with the process, however that ends.
 */
public final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Creates the folder if need be and locks it. */
    public static DataDirectory open(Path directory) {
        Path root = directory.toAbsolutePath().normalize();
        try {
            OwnerOnly.directory(root);
            Path lockFile = root.resolve("lock");
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new EmbeddedFailure("the data folder " + root + " is in use by another running Strand");
            }
            return new DataDirectory(root, channel);
        } catch (IOException e) {
            throw new EmbeddedFailure("cannot use the data folder " + root + ": " + e.getMessage(), e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** The folder itself, absolute. */
    public Path path() {
        return root;
    }

    /** The log file of one part. */
    public Path log(String part) {
        return folder("logs").resolve(part + ".log");
    }

    /** A random secret of this instance, made on first use and kept readable by the owner only. */
    public String secret(String name) {
        Path secrets = folder("secrets");
        Path file = secrets.resolve(name);
        try {
            if (!Files.exists(file)) {
                OwnerOnly.write(secrets, name, RandomSecret.next());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder(String name) {
        try {
            return OwnerOnly.directory(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
