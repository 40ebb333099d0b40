package health.strand.vault;

import com.google.crypto.tink.Aead;

/**
 * A key, unwrapped and ready.
 *
 * @param id under which what it encrypted finds it again
 * @param cipher that holds the key itself
 */
record PatientKey(long id, KeyOwner owner, KeyGroup group, Aead cipher) {

    /** What a key is, to be bound to it when it is wrapped. */
    static byte[] context(long id, KeyOwner owner, KeyGroup group) {
        return Context.of("strand patient key 1", owner.name(), 0, group, id);
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "key `" + Long.toHexString(id) + "`";
    }
}
