package health.strand.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** What lies in a channel beyond a place, with positions counted from there. */
final class Beyond implements SeekableByteChannel {

    private final SeekableByteChannel whole;
    private final long start;

    Beyond(SeekableByteChannel whole, long start) throws IOException {
        this.whole = whole;
        this.start = start;
        whole.position(start);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return whole.read(into);
    }

    @Override
    public long position() throws IOException {
        return whole.position() - start;
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
        whole.position(Math.addExact(start, place));
        return this;
    }

    @Override
    public long size() throws IOException {
        return Math.max(0, whole.size() - start);
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return whole.isOpen();
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
