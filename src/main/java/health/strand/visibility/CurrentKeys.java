package health.strand.visibility;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries keys from the transaction service to the transaction manager, on one thread, for one call. */
final class CurrentKeys {

    private static final ThreadLocal<@Nullable TransactionKeys> KEYS = new ThreadLocal<>();

    private CurrentKeys() {}

    static @Nullable TransactionKeys get() {
        return KEYS.get();
    }

    static <T extends @Nullable Object> T during(TransactionKeys keys, Supplier<T> work) {
        TransactionKeys before = KEYS.get();
        KEYS.set(keys);
        try {
            return work.get();
        } finally {
            if (before == null) {
                KEYS.remove();
            } else {
                KEYS.set(before);
            }
        }
    }
}
