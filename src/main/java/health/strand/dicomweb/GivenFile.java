package health.strand.dicomweb;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A file that is given to a requester, once that is recorded; it can be read from wherever and more than once. */
public interface GivenFile extends Closeable {

    /** In bytes. */
    long size();

    /** What there is from this byte on. */
    InputStream from(long offset) throws IOException;
}
