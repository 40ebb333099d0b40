package health.strand.vault;

/**
 * Where the master keys are: a file of this server, or a service that never gives them out. A key that somebody's data is
 * encrypted with is kept wrapped by one of them; the context a key was wrapped in is needed to unwrap it.
 *
 * <p>Implementations may be called by many threads at once. They log neither keys nor contexts.
 */
public interface KeyManagement {

    /** The id of the master key that wraps now; it says nothing about the key. */
    String current();

    /** Whether this master key can still unwrap. */
    boolean holds(String master);

    /** Wraps with the {@link #current} master key. */
    byte[] wrap(byte[] key, byte[] context);

    /**
     * The key that was wrapped.
     *
     * @throws SealBroken when it was not wrapped by this master key in this context, or was changed since
     * @throws UnusableMasterKeys when the master key is not there
     */
    byte[] unwrap(String master, byte[] wrapped, byte[] context);
}
