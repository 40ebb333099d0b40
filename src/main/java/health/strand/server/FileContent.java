package health.strand.server;

import health.strand.dicomweb.GivenFile;
import health.strand.vault.FileHandle;
import health.strand.vault.FileVault;
import health.strand.vault.OpenFile;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file that is sent when HAPI is done with the request: what breaks off in the middle must end the connection,
 * and HAPI would put an error into the rest of the file.
 */
final class FileContent implements GivenFile {

    private static final String KEY = FileContent.class.getName();
    private static final String KEPT = KEY + ".kept";

    private final long size;
    private final @Nullable OpenFile file;
    private final byte[] held;
    private FilePart part = FilePart.whole(0);

    private FileContent(long size, @Nullable OpenFile file, byte[] held) {
        this.size = size;
        this.file = file;
        this.held = held;
    }

    /** What a resource holds itself. */
    static FileContent held(byte[] content) {
        return new FileContent(content.length, null, content);
    }

    /** What lies in the vault. */
    static FileContent stored(OpenFile file) {
        return new FileContent(file.size(), file, new byte[0]);
    }

    /** As much as is told about a file without reading it. */
    static FileContent unread(FileVault files, FileHandle handle) throws IOException {
        return new FileContent(files.size(handle), null, new byte[0]);
    }

    @Override
    public long size() {
        return size;
    }

    /** Sends this part of it with the answer to the request. */
    void sendWith(ServletRequest request, FilePart wanted) {
        part = wanted;
        request.setAttribute(KEY, this);
    }

    /** Leaves what is given for a request to whoever made it, who closes it. */
    static void keepFor(ServletRequest request) {
        request.setAttribute(KEPT, true);
    }

    /** What was given for such a request; empty where it was no file. */
    static Optional<GivenFile> keptFor(ServletRequest request) {
        return request.getAttribute(KEY) instanceof FileContent content ? Optional.of(content) : Optional.empty();
    }

    private static boolean isKept(ServletRequest request) {
        return request.getAttribute(KEPT) != null;
    }

    /** Sends what there is to be sent with the answer to a request, which may be nothing. */
    static void send(ServletRequest request, HttpServletResponse response) throws IOException {
        if (!isKept(request) && request.getAttribute(KEY) instanceof FileContent content) {
            content.copy(content.part.first(), content.part.length(), response.getOutputStream());
        }
    }

    /** Lets go of what was opened for a request, whatever became of it. */
    static void close(ServletRequest request) throws IOException {
        if (!isKept(request) && request.getAttribute(KEY) instanceof FileContent content) {
            content.close();
        }
    }

    @Override
    public InputStream from(long offset) throws IOException {
        if (file != null) {
            return file.from(offset);
        }
        int first = (int) Math.min(offset, held.length);
        return new ByteArrayInputStream(held, first, held.length - first);
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
