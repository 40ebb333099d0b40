package health.strand.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Puts numbers nobody can reckon without the clinic's key in the place of the hashes by which the search index finds codes: a
 * hash of a code is as good as the code to whoever has a dictionary.
 */
public final class IndexHashes {

    private static final byte[] CONTEXT = "strand search index 1".getBytes(StandardCharsets.UTF_8);

    private final Pseudorandom numbers;

    public IndexHashes(PatientKeys keys) {
        this.numbers = new Pseudorandom(keys);
    }

    /** The same for the same hash, on every server of the clinic. */
    public long seal(long hash) {
        byte[] text = ByteBuffer.allocate(Long.BYTES).putLong(hash).array();
        return ByteBuffer.wrap(numbers.of(text, CONTEXT)).getLong();
    }
}
