package health.strand.visibility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/**
 * A version of a resource as the database's functions tell of it.
 *
 * @param row of the version
 * @param body as it is stored, with its name
 */
record StoredVersion(long row, String body) {

    static StoredVersion read(ResultSet columns, int index) throws SQLException {
        return new StoredVersion(columns.getLong("pid"), Objects.requireNonNull(columns.getString("body")));
    }
}
