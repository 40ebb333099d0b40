package health.strand.vault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** As an object store would: no folders, and every byte that is fetched is counted. */
final class CountingStore implements FileStore {

    final Map<String, byte[]> files = new ConcurrentHashMap<>();
    final AtomicLong fetched = new AtomicLong();

    @Override
    public void put(String name, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(bytes);
        if (files.putIfAbsent(name, bytes.toByteArray()) != null) {
            throw new FileAlreadyExistsException(name);
        }
    }

    @Override
    public SeekableByteChannel open(String name) throws IOException {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw new NoSuchFileException(name);
        }
        return new Fetched(bytes);
    }

    @Override
    public void delete(String name) {
        files.remove(name);
    }

    @Override
    public Set<String> storedBefore(Instant moment) {
        return Set.copyOf(files.keySet());
    }

    @Override
    public int removeUnfinished(Instant before) {
        return 0;
    }

    private final class Fetched implements SeekableByteChannel {

        private final byte[] bytes;
        private long place;
        private boolean open = true;

        Fetched(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(ByteBuffer into) {
            if (place >= bytes.length) {
                return -1;
            }
            int some = (int) Math.min(into.remaining(), bytes.length - place);
            into.put(bytes, (int) place, some);
            place += some;
            fetched.addAndGet(some);
            return some;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new NonWritableChannelException();
        }

        @Override
        public long position() {
            return place;
        }

        @Override
        public SeekableByteChannel position(long wanted) {
            place = wanted;
            return this;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
