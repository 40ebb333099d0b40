package health.strand.server;

import health.strand.vault.FileStore;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Set;

/** Counts the bytes that are fetched of stored files, for the operator and for who wants to know what a request costs. */
record MeasuredStore(FileStore store, Counter fetched) implements FileStore {

    @Override
    public void put(String name, Content content) throws IOException {
        store.put(name, content);
    }

    @Override
    public SeekableByteChannel open(String name) throws IOException {
        return new Measured(store.open(name), fetched);
    }

    @Override
    public void delete(String name) throws IOException {
        store.delete(name);
    }

    @Override
    public Set<String> storedBefore(Instant moment) throws IOException {
        return store.storedBefore(moment);
    }

    @Override
    public int removeUnfinished(Instant before) throws IOException {
        return store.removeUnfinished(before);
    }

    private record Measured(SeekableByteChannel channel, Counter fetched) implements SeekableByteChannel {

        @Override
        public int read(ByteBuffer into) throws IOException {
            int some = channel.read(into);
            fetched.increment(Math.max(some, 0));
            return some;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return channel.write(from);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long place) throws IOException {
            channel.position(place);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
