package health.strand.vault;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;

/** What {@code V17} and {@code V19} do, without a database. */
final class KeysInMemory implements WrappedKeys {

    final Map<Long, WrappedKey> kept = new ConcurrentSkipListMap<>();
    private final Set<Long> replaced = new HashSet<>();

    @Override
    public Optional<WrappedKey> of(KeyOwner owner, KeyGroup group) {
        return kept.values().stream()
                .filter(key -> key.owner().equals(owner) && key.group() == group && !replaced.contains(key.id()))
                .findFirst();
    }

    @Override
    public Optional<WrappedKey> numbered(long id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public synchronized void keep(WrappedKey fresh) {
        if (of(fresh.owner(), fresh.group()).isEmpty()) {
            kept.put(fresh.id(), fresh);
        }
    }

    @Override
    public List<String> masters() {
        return kept.values().stream()
                .filter(key -> key.bytes() != null)
                .map(WrappedKey::master)
                .distinct()
                .toList();
    }

    @Override
    public List<WrappedKey> notWrappedBy(String master, long after, int most) {
        return kept.values().stream()
                .filter(key -> key.bytes() != null && !key.master().equals(master) && key.id() > after)
                .limit(most)
                .toList();
    }

    @Override
    public void wrapAnew(WrappedKey former, String master, byte[] bytes) {
        kept.put(former.id(), new WrappedKey(former.id(), former.owner(), former.group(), master, bytes));
    }

    @Override
    public synchronized boolean replace(WrappedKey former, WrappedKey fresh) {
        boolean done =
                numbered(former.id()).filter(key -> key.bytes() != null).isPresent() && replaced.add(former.id());
        if (done) {
            kept.put(fresh.id(), fresh);
        }
        return done;
    }

    @Override
    public List<WrappedKey> replaced() {
        return kept.values().stream()
                .filter(key -> key.bytes() != null && replaced.contains(key.id()))
                .toList();
    }

    /** It knows of no bodies. */
    @Override
    public boolean end(long id, Duration since) {
        Optional<WrappedKey> ends = numbered(id).filter(key -> key.bytes() != null && replaced.contains(id));
        ends.ifPresent(key -> kept.put(id, new WrappedKey(id, key.owner(), key.group(), key.master(), null)));
        return ends.isPresent();
    }

    @Override
    public int destroy(KeyOwner owner) {
        List<WrappedKey> gone = kept.values().stream()
                .filter(key -> key.owner().equals(owner) && key.bytes() != null)
                .toList();
        gone.forEach(key -> kept.put(key.id(), new WrappedKey(key.id(), owner, key.group(), key.master(), null)));
        return gone.size();
    }
}
