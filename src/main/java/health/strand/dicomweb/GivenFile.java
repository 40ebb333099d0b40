package health.strand.dicomweb;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A file that is given to a requester, once that is recorded; it can be read from wherever and more than once. */
public interface GivenFile extends Closeable {

    /** How much is in memory at a time, in bytes. */
    int BUFFER = 64 * 1024;

    /** In bytes. */
    long size();

    /** What there is from this byte on. */
    InputStream from(long offset) throws IOException;

    /**
     * Writes so many bytes from this one on.
     *
     * @throws EOFException when there are fewer
     */
    default void copy(long offset, long length, OutputStream out) throws IOException {
        try (InputStream in = from(offset)) {
            byte[] buffer = new byte[(int) Math.min(BUFFER, length)];
            long left = length;
            while (left > 0) {
                int some = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (some < 0) {
                    throw new EOFException("a file is shorter than it was");
                }
                out.write(buffer, 0, some);
                left -= some;
            }
        }
    }
}
