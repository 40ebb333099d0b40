package health.strand.visibility;

import health.strand.vault.Bodies;
import health.strand.vault.Fingerprints;
import health.strand.vault.NamedBody;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Encrypts what was written before there were keys, some at a time, each turn in a transaction of its own: it can be stopped
 * at any time and goes on where it was, and several servers share the work.
 */
public final class PlainBodies {

    private static final int AT_ONCE = 100;

    private final JdbcTemplate database;
    private final TransactionOperations transactions;
    private final Bodies bodies;
    private final Fingerprints fingerprints;
    private final BodyOwners owners;

    /** @param transactions on connections of {@code requests}, on which no keys are made */
    public PlainBodies(
            DataSource requests, TransactionOperations transactions, Bodies bodies, Fingerprints fingerprints) {
        this.database = new JdbcTemplate(requests);
        this.transactions = transactions;
        this.bodies = bodies;
        this.fingerprints = fingerprints;
        this.owners = new BodyOwners(new Cells(requests));
    }

    private record Plain(long pid, int cell, String named) {}

    private record Fingerprint(long row, String plain) {}

    /** Encrypts some more; gives how many, and 0 when there are no more. */
    public int sealSome() {
        return Objects.requireNonNull(transactions.execute(status -> {
            List<Plain> some = database.query(
                    "select * from strand.plain_bodies(?)",
                    (row, index) -> new Plain(row.getLong("pid"), row.getInt("cell"), row.getString("body")),
                    AT_ONCE);
            some.forEach(this::seal);
            return some.size() + sealFingerprints();
        }));
    }

    private int sealFingerprints() {
        List<Fingerprint> some = database.query(
                "select * from strand.plain_fingerprints(?)",
                (row, index) -> new Fingerprint(row.getLong("res_id"), row.getString("fingerprint")),
                AT_ONCE);
        some.forEach(each -> database.query(
                "select strand.seal_fingerprint(?, ?, ?)",
                row -> {},
                each.row,
                each.plain,
                fingerprints.seal(each.plain, each.row)));
        return some.size();
    }

    private void seal(Plain plain) {
        NamedBody body = NamedBody.parse(plain.named);
        String sealed = owners.of(plain.cell).seal(bodies, body.text(), body.name());
        database.query("select strand.seal_body(?, ?)", row -> {}, plain.pid, sealed);
    }
}
