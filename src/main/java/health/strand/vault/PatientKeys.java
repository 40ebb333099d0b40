package health.strand.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.DeterministicAead;
import health.strand.access.PatientId;
import health.strand.vault.WrappedKeys.WrappedKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The keys of patients: one for each patient and {@link KeyGroup}, made on first use, kept wrapped in the database and, for a
 * short while, unwrapped in memory. Keys are made and read apart from the transaction that needs them: a key outlives the
 * transaction that was the first to ask for it, which may come to nothing.
 */
public final class PatientKeys {

    /** So long after its destruction another server may still hold a key. */
    public static final Duration KEPT_UNWRAPPED = Duration.ofMinutes(5);

    private static final int MOST_UNWRAPPED = 10_000;
    private static final int WRAPPED_AT_ONCE = 200;

    private final WrappedKeys wrapped;
    private final KeyManagement masters;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable DeterministicAead fingerprints;
    private final Cache<Long, PatientKey> byId = cache();
    private final Cache<Place, PatientKey> byPlace = cache();

    private record Place(KeyOwner owner, KeyGroup group) {}

    /** @param apart connections that take no part in the transactions of requests */
    public PatientKeys(DataSource apart, KeyManagement masters) {
        this(new DatabaseKeys(apart), masters);
    }

    PatientKeys(WrappedKeys wrapped, KeyManagement masters) {
        this.wrapped = wrapped;
        this.masters = masters;
    }

    private static <K> Cache<K, PatientKey> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(KEPT_UNWRAPPED)
                .maximumSize(MOST_UNWRAPPED)
                .build();
    }

    /** By what bodies and files are encrypted. */
    public static String cipher() {
        return Ciphers.NAME;
    }

    /** The id of the master key that wraps keys now. */
    public String masterKey() {
        return masters.current();
    }

    /** Whether anything may have been encrypted already: then the master keys must be there. */
    public static boolean areThere(DataSource apart) {
        return !new DatabaseKeys(apart).masters().isEmpty();
    }

    /** @throws UnusableMasterKeys when keys are wrapped by a master key that is not there */
    public void verify() {
        for (String master : wrapped.masters()) {
            if (!masters.holds(master)) {
                throw new UnusableMasterKeys("patients' keys are wrapped by master key `" + master
                        + "`, which is not among the master keys; bring back the file of master keys from its backup");
            }
        }
    }

    /** Wraps by the current master key what another one wrapped; can be stopped at any time and begun again. */
    public int wrapAnew() {
        int done = 0;
        long last = Long.MIN_VALUE;
        for (List<WrappedKey> some = former(last); !some.isEmpty(); some = former(last)) {
            some.forEach(this::wrapAnew);
            done += some.size();
            last = some.get(some.size() - 1).id();
        }
        return done;
    }

    private List<WrappedKey> former(long last) {
        return wrapped.notWrappedBy(masters.current(), last, WRAPPED_AT_ONCE);
    }

    private void wrapAnew(WrappedKey key) {
        byte[] context = PatientKey.context(key.id(), key.owner(), key.group());
        wrapped.wrapAnew(key, masters.current(), masters.wrap(unwrap(key), context));
    }

    /**
     * Destroys every key of a patient: what they encrypted cannot be read again, here at once, on other servers after
     * {@link #KEPT_UNWRAPPED}. Nothing is encrypted for this patient any more.
     *
     * @return how many there were
     */
    public int destroy(PatientId patient) {
        KeyOwner owner = KeyOwner.of(patient);
        int gone = wrapped.destroy(owner);
        byPlace.asMap().keySet().removeIf(place -> place.owner().equals(owner));
        byId.asMap().values().removeIf(key -> key.owner().equals(owner));
        return gone;
    }

    /**
     * Puts fresh keys in the place of those a patient has: what is written from now on is encrypted with them, on other
     * servers after {@link #KEPT_UNWRAPPED}. The former ones read on, until they are {@link #end ended}.
     *
     * @return how many there were
     */
    public int renew(PatientId patient) {
        KeyOwner owner = KeyOwner.of(patient);
        int renewed = 0;
        for (KeyGroup group : KeyGroup.values()) {
            Optional<WrappedKey> former = wrapped.of(owner, group).filter(key -> key.bytes() != null);
            if (former.isPresent() && wrapped.replace(former.get(), fresh(owner, group))) {
                renewed++;
            }
            byPlace.invalidate(new Place(owner, group));
        }
        return renewed;
    }

    /** The keys that are replaced and still read something; what they encrypted is encrypted anew with others from here. */
    public List<ReplacedKey> replaced() {
        return wrapped.replaced().stream()
                .map(key -> new ReplacedKey(key.id(), key.owner(), key.group()))
                .toList();
    }

    /** Sees to it that this server encrypts with the key in use, also when another server has replaced the former. */
    public void forget(ReplacedKey former) {
        byPlace.invalidate(new Place(former.owner(), former.group()));
    }

    /**
     * Destroys a replaced key, when nothing is left under it and no server writes under it any more.
     *
     * @param since so long ago it must have been replaced: longer than {@link #KEPT_UNWRAPPED} and any transaction
     * @return whether it is gone
     */
    public boolean end(ReplacedKey former, Duration since) {
        boolean gone = wrapped.end(former.id(), since);
        if (gone) {
            byId.invalidate(former.id());
        }
        return gone;
    }

    /** The key to encrypt with. */
    PatientKey of(KeyOwner owner, KeyGroup group) {
        return byPlace.get(new Place(owner, group), place -> {
            WrappedKey kept = wrapped.of(owner, group).orElseGet(() -> make(owner, group));
            return ready(kept);
        });
    }

    /** The key to decrypt with. */
    PatientKey numbered(long id) {
        return byId.get(
                id,
                wanted -> ready(wrapped.numbered(wanted)
                        .orElseThrow(() -> new SealBroken("the id of key `" + Long.toHexString(wanted) + "`", null))));
    }

    /** One for the whole clinic, for as long as the server runs. */
    DeterministicAead fingerprintCipher() {
        DeterministicAead ready = fingerprints;
        if (ready == null) {
            KeyOwner owner = KeyOwner.FINGERPRINTS;
            ready = Ciphers.deterministic(
                    unwrap(wrapped.of(owner, KeyGroup.CLINICAL).orElseGet(() -> make(owner, KeyGroup.CLINICAL))));
            fingerprints = ready;
        }
        return ready;
    }

    private WrappedKey fresh(KeyOwner owner, KeyGroup group) {
        long id = random.nextLong();
        byte[] fresh = owner.equals(KeyOwner.FINGERPRINTS) ? Ciphers.freshFingerprintKey() : Ciphers.freshKey();
        byte[] bytes = masters.wrap(fresh, PatientKey.context(id, owner, group));
        return new WrappedKey(id, owner, group, masters.current(), bytes);
    }

    private WrappedKey make(KeyOwner owner, KeyGroup group) {
        wrapped.keep(fresh(owner, group));
        // whoever was first
        return wrapped.of(owner, group).orElseThrow(() -> new IllegalStateException("a key was not kept"));
    }

    private PatientKey ready(WrappedKey key) {
        return new PatientKey(key.id(), key.owner(), key.group(), Ciphers.aead(unwrap(key)));
    }

    private byte[] unwrap(WrappedKey key) {
        byte[] bytes = key.bytes();
        if (bytes == null) {
            throw new KeyDestroyed(key.id());
        }
        return masters.unwrap(key.master(), bytes, PatientKey.context(key.id(), key.owner(), key.group()));
    }
}
