package health.strand.audit;

import org.jspecify.annotations.Nullable;

/**
 * Something in the trail that is not as it was recorded.
 *
 * @param kind a word for what is wrong
 * @param sequence the place in the chain; 0 when it is nowhere in it
 * @param event the id of the entry, if it is about one
 * @param day of the chain, if it is known
 */
public record ChainFault(
        Kind kind,
        long sequence,
        @Nullable String event,
        @Nullable String day) {

    /** What can be wrong. */
    public enum Kind {
        /** The hash is not that of the entry and of the hash before: one of them was changed, or they changed places. */
        HASH_DIFFERS,
        /** What the entry is looked for by is not what it says. */
        COLUMNS_DIFFER,
        /** The entry is in the chain and not there. */
        EVENT_MISSING,
        /** The entry is there and not in the chain, though it should be by now. */
        EVENT_NOT_IN_CHAIN,
        /** A place in the chain is not there. */
        PLACE_MISSING,
        /** The chain ends before or after where it was ended last. */
        END_DIFFERS,
        /** The head of a day was not signed here, or not for this chain. */
        HEAD_DIFFERS
    }
}
