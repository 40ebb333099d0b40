package health.strand.visibility;

import health.strand.access.PatientId;
import health.strand.vault.Bodies;
import health.strand.vault.KeyGroup;
import health.strand.vault.KeyOwner;
import health.strand.vault.PatientKeys;
import health.strand.vault.ReplacedKey;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Encrypts anew, with their files, the bodies of patients whose keys were replaced, some at a time, each turn in a transaction
 * of its own: it can be stopped at any time and goes on where it was, and several servers share the work. Then it destroys the
 * replaced key.
 */
public final class RenewedBodies {

    /** Servers hold a key for so long, and no transaction is open for longer than the rest. */
    public static final Duration OUT_OF_USE = PatientKeys.KEPT_UNWRAPPED.plus(Duration.ofMinutes(10));

    /** Files may be among them. */
    private static final int AT_ONCE = 50;

    private final JdbcTemplate database;
    private final TransactionOperations transactions;
    private final PatientKeys keys;
    private final Bodies bodies;
    private final Duration outOfUse;

    /**
     * @param transactions on connections of {@code requests}, on which no keys are made
     * @param outOfUse so long after it was replaced nobody writes under a key; {@link #OUT_OF_USE} where others may
     */
    public RenewedBodies(
            DataSource requests,
            TransactionOperations transactions,
            PatientKeys keys,
            Bodies bodies,
            Duration outOfUse) {
        this.database = new JdbcTemplate(requests);
        this.transactions = transactions;
        this.keys = keys;
        this.bodies = bodies;
        this.outOfUse = outOfUse;
    }

    /** Encrypts some more; gives how many, and 0 when there are none for now. Keys that read nothing any more are destroyed. */
    public int sealSome() {
        for (ReplacedKey former : keys.replaced()) {
            keys.forget(former);
            int some = Objects.requireNonNull(transactions.execute(status -> sealSome(former)));
            if (some > 0) {
                return some;
            }
            keys.end(former, outOfUse);
        }
        return 0;
    }

    private int sealSome(ReplacedKey former) {
        List<StoredVersion> some =
                database.query("select * from strand.bodies_under(?, ?)", StoredVersion::read, former.id(), AT_ONCE);
        some.forEach(version -> seal(version, former));
        return some.size();
    }

    private void seal(StoredVersion version, ReplacedKey former) {
        String sealed = bodies.sealAnew(version.body(), former.owner(), former.group());
        Boolean done = database.queryForObject(
                "select strand.seal_under(?, ?, ?)", Boolean.class, version.row(), former.id(), sealed);
        if (!Boolean.TRUE.equals(done)) {
            throw new IllegalStateException("version " + version.row() + " could not be encrypted anew");
        }
    }

    /** How many versions of a patient's are still under replaced keys, by their group; a group whose key is replaced has 0. */
    public Map<KeyGroup, Integer> left(PatientId patient) {
        Map<KeyGroup, Integer> left = new EnumMap<>(KeyGroup.class);
        KeyOwner owner = KeyOwner.of(patient);
        keys.replaced().stream()
                .filter(key -> key.owner().equals(owner))
                .forEach(key -> left.merge(
                        key.group(),
                        Objects.requireNonNull(
                                database.queryForObject("select strand.count_under(?)", Integer.class, key.id())),
                        Integer::sum));
        return left;
    }
}
