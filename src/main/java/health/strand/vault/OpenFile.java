package health.strand.vault;

import com.google.crypto.tink.StreamingAead;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;

/** A stored file, decrypted where it is read and nowhere else. */
public final class OpenFile implements AutoCloseable {

    private final FileName name;
    private final SeekableByteChannel plain;
    private final long size;

    private OpenFile(FileName name, SeekableByteChannel plain, long size) {
        this.name = name;
        this.plain = plain;
        this.size = size;
    }

    /** Looks at the end first: that a file was cut off shows there alone. */
    static OpenFile of(FileName name, StreamingAead cipher, SeekableByteChannel stored, byte[] context)
            throws IOException {
        try {
            long size = Segments.plain(stored.size());
            SeekableByteChannel plain = cipher.newSeekableDecryptingChannel(stored, context);
            if (size < 0 || !(size == 0 ? isEmpty(cipher, stored, context) : hasByte(plain, size - 1))) {
                throw new SealBroken("file `" + name + "`", null);
            }
            return new OpenFile(name, plain, size);
        } catch (IOException | GeneralSecurityException e) {
            throw new SealBroken("file `" + name + "`", e);
        }
    }

    private static boolean hasByte(SeekableByteChannel plain, long place) throws IOException {
        return plain.position(place).read(ByteBuffer.allocate(1)) == 1;
    }

    /** A part without content is decrypted by nobody who asks for content, and would not be proved. */
    private static boolean isEmpty(StreamingAead cipher, SeekableByteChannel stored, byte[] context)
            throws IOException, GeneralSecurityException {
        stored.position(0);
        return cipher.newDecryptingStream(Channels.newInputStream(stored), context)
                        .read()
                < 0;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /**
     * The content from a place on, to the end, one such at a time.
     *
     * @throws IllegalArgumentException when there is no such place
     */
    public InputStream from(long place) throws IOException {
        if (place < 0 || place > size) {
            throw new IllegalArgumentException("the file has " + size + " bytes");
        }
        if (place == size) {
            return InputStream.nullInputStream();
        }
        plain.position(place);
        return new Checked(Channels.newInputStream(plain), name);
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
