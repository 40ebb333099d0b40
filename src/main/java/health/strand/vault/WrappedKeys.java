package health.strand.vault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of patients as they are kept: wrapped by a master key, at most one in use for each owner and group. */
interface WrappedKeys {

    /**
     * A key that nobody can use without a master key.
     *
     * @param bytes the key, wrapped; null once it was destroyed
     */
    record WrappedKey(long id, KeyOwner owner, KeyGroup group, String master, byte @Nullable [] bytes) {}

    Optional<WrappedKey> of(KeyOwner owner, KeyGroup group);

    Optional<WrappedKey> numbered(long id);

    /** Keeps it, unless its owner has one of this group by now, or had one that was destroyed. */
    void keep(WrappedKey fresh);

    /** By which master keys there are keys wrapped. */
    List<String> masters();

    /** Some of the keys that other master keys wrap, in the order of their ids, beyond one of them. */
    List<WrappedKey> notWrappedBy(String master, long after, int most);

    /** Keeps it as another master key wraps it, unless it was wrapped anew or destroyed meanwhile. */
    void wrapAnew(WrappedKey former, String master, byte[] bytes);

    /** Puts a fresh one in the place of one in use; whether it did, and the former was not replaced or destroyed before. */
    boolean replace(WrappedKey former, WrappedKey fresh);

    /** Those that are replaced and still read something. */
    List<WrappedKey> replaced();

    /** Destroys a replaced one under which nothing is left, if it was replaced so long ago; whether it did. */
    boolean end(long id, Duration since);

    /** Destroys what there is and keeps more from being made; gives how many there were. */
    int destroy(KeyOwner owner);
}
