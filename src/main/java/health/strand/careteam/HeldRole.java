package health.strand.careteam;

import health.strand.access.ClinicRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A role somebody holds, in a half-open span.
 *
 * @param practitioner the id of the Practitioner, without its type
 */
public record HeldRole(String practitioner, ClinicRole role, Instant starts, Instant until) {

    /** Empty for a role nobody knows. */
    static Optional<HeldRole> of(ResultSet row) throws SQLException {
        Optional<ClinicRole> role = ClinicRole.fromCode(row.getString("role"));
        if (role.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HeldRole(
                row.getString("practitioner"),
                role.get(),
                row.getTimestamp("starts").toInstant(),
                row.getTimestamp("ends").toInstant()));
    }
}
