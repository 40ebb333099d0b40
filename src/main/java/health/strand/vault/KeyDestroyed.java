package health.strand.vault;

/** The key was destroyed: what it encrypted cannot be read again, and nothing new is encrypted for its owner. */
public final class KeyDestroyed extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    KeyDestroyed(long key) {
        super("key `" + Long.toHexString(key) + "` was destroyed");
    }
}
