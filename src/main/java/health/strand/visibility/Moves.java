package health.strand.visibility;

import health.strand.vault.Bodies;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Moves all rows of a resource to another cell, and encrypts its bodies under the key of whom they are about there, so that
 * destroying a patient's keys takes all that is about them and nothing that is about others.
 */
final class Moves {

    private final JdbcTemplate database;
    private final Bodies bodies;
    private final PlainIndex index;
    private final BodyOwners owners;

    Moves(DataSource requests, Bodies bodies, PlainIndex index, Cells cells) {
        this.index = index;
        this.database = new JdbcTemplate(requests);
        this.bodies = bodies;
        this.owners = new BodyOwners(cells);
    }

    /**
     * Within a transaction, in which nothing of the resource may wait to be written.
     *
     * @param row of the resource
     */
    void move(long row, int cell) {
        Integer former = database.queryForObject("select strand.move_to_cell(?, ?)", Integer.class, row, cell);
        BodyOwners.Ownership now = owners.of(cell);
        index.seal(row);
        if (!owners.of(former).equals(now)) {
            List<StoredVersion> versions =
                    database.query("select * from strand.moved_bodies(?)", StoredVersion::read, row);
            versions.forEach(version -> sealAnew(version, now));
        }
    }

    private void sealAnew(StoredVersion version, BodyOwners.Ownership owner) {
        String sealed = owner.sealAnew(bodies, version.body());
        Boolean done = database.queryForObject("select strand.seal_anew(?, ?)", Boolean.class, version.row(), sealed);
        if (!Boolean.TRUE.equals(done)) {
            throw new ConcurrencyFailureException("version " + version.row() + " is not one that was moved here");
        }
    }
}
