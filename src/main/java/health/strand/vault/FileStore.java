package health.strand.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Set;

/**
 * Where files lie, which are encrypted before they come here: folders of a file system, or an object store, which needs no
 * more than this. A file is written once, whole, under a name never used before; it is not changed.
 */
public interface FileStore {

    /** What is to be stored. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Stores a file; when this returns it outlives a power cut. What comes to nothing leaves nothing under the name.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one of this name
     */
    void put(String name, Content content) throws IOException;

    /**
     * Opens a file at any place; what is not read is not fetched.
     *
     * @throws java.nio.file.NoSuchFileException when there is none of this name
     */
    SeekableByteChannel open(String name) throws IOException;

    /** Removes a file, if it is there. */
    void delete(String name) throws IOException;

    /** The names of the files that were stored before a moment. */
    Set<String> storedBefore(Instant moment) throws IOException;

    /** Removes what began to be stored before a moment and came to nothing; gives how much. */
    int removeUnfinished(Instant before) throws IOException;
}
