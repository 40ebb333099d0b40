package health.strand.visibility;

import health.strand.vault.Bodies;
import health.strand.vault.FileStore;
import health.strand.vault.KeyDestroyed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Removes stored files that no body refers to: what a machine that stopped has left, and what lay under destroyed keys. One
 * body that cannot be read might refer to any of them, so then it removes none.
 */
public final class StrayFiles {

    private static final Logger log = LoggerFactory.getLogger(StrayFiles.class);

    /** No transaction is open for so long that its files could be taken for stray ones. */
    private static final Duration OLD = Duration.ofDays(1);

    private static final int AT_ONCE = 500;

    /** With the wrong database every file would seem stray: from so many on, more than a tenth is not believed. */
    private static final int MANY = 100;

    private static final int MOST_OF_ALL = 10;

    private final JdbcTemplate database;
    private final Bodies bodies;
    private final FileStore store;
    private final Clock clock;

    public StrayFiles(DataSource requests, Bodies bodies, FileStore store, Clock clock) {
        this.database = new JdbcTemplate(requests);
        this.bodies = bodies;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Removes them all.
     *
     * @return how many there were
     * @throws health.strand.vault.SealBroken when a body cannot be read; nothing is removed
     */
    public int remove() {
        try {
            Instant old = clock.instant().minus(OLD);
            int unfinished = store.removeUnfinished(old);
            Set<String> stray = store.storedBefore(old);
            int all = stray.size();
            if (all > 0) {
                takeOut(stray);
            }
            if (stray.size() > Math.max(MANY, all / MOST_OF_ALL)) {
                log.warn(
                        "{} of {} stored files are referred to by no record, which is too many to be believed: none was"
                                + " removed; is this the database they belong to?",
                        stray.size(),
                        all);
                return 0;
            }
            for (String each : stray) {
                store.delete(each);
            }
            return unfinished + stray.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeOut(Set<String> names) {
        long last = Long.MIN_VALUE;
        List<StoredVersion> some = after(last);
        while (!some.isEmpty()) {
            for (StoredVersion version : some) {
                takeOut(names, version.body());
                last = version.row();
            }
            some = after(last);
        }
    }

    private void takeOut(Set<String> names, String named) {
        try {
            bodies.files(named).forEach(file -> names.removeAll(file.names()));
        } catch (KeyDestroyed erased) {
            // its files cannot be read either
        }
    }

    private List<StoredVersion> after(long pid) {
        return database.query("select * from strand.bodies_with_files(?, ?)", StoredVersion::read, pid, AT_ONCE);
    }
}
