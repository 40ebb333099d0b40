package health.strand.visibility;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.strand.access.Audience;
import health.strand.access.Capacity;
import java.util.Optional;
import java.util.Set;

/**
 * By which numbers the database last knew the audiences of whoever began a transaction. Nothing is decided outside of one,
 * so these are never older than the last decision about them.
 */
public final class HandedAudiences {

    private static final int REMEMBERED = 10_000;

    private final Cache<Asking, String> numbers =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    /** As the database writes an array of them; nothing when no transaction of theirs is remembered. */
    public Optional<String> of(Capacity capacity) {
        return Optional.ofNullable(numbers.getIfPresent(new Asking(capacity.audiences(), capacity.client())));
    }

    void remember(TransactionKeys keys, String handed) {
        numbers.put(new Asking(Set.copyOf(keys.audiences()), keys.client()), handed);
    }

    private record Asking(Set<Audience> audiences, String client) {}
}
