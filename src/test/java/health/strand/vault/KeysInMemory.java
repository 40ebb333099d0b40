package health.strand.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** What {@code V17} does, without a database. */
final class KeysInMemory implements WrappedKeys {

    final Map<Long, WrappedKey> kept = new ConcurrentSkipListMap<>();

    @Override
    public Optional<WrappedKey> of(KeyOwner owner, KeyGroup group) {
        return kept.values().stream()
                .filter(key -> key.owner().equals(owner) && key.group() == group)
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
    public int destroy(KeyOwner owner) {
        List<WrappedKey> gone = kept.values().stream()
                .filter(key -> key.owner().equals(owner) && key.bytes() != null)
                .toList();
        gone.forEach(key -> kept.put(key.id(), new WrappedKey(key.id(), owner, key.group(), key.master(), null)));
        return gone.size();
    }
}
