package health.strand.server;

import health.strand.smart.SecurityEvent;
import health.strand.smart.SmartToken;
import java.sql.Timestamp;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Access that has ended before its tokens did. It is kept in the database, so that it has ended for the next request on
 * every server of the database.
 */
final class EndedAccess {

    private final JdbcTemplate database;

    EndedAccess(DataSource requests) {
        this.database = new JdbcTemplate(requests);
    }

    void end(SecurityEvent event) {
        database.query(
                "select strand.end_access(?, ?, ?, ?)",
                row -> {},
                event.subject(),
                Objects.requireNonNullElse(event.clientId(), ""),
                Objects.requireNonNullElse(event.sessionId(), ""),
                Timestamp.from(event.at()));
    }

    /** Whether a token is from before its access ended. */
    boolean includes(SmartToken token) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select strand.has_ended(?, ?, ?, ?)",
                Boolean.class,
                token.subject(),
                token.clientId(),
                Objects.requireNonNullElse(token.sessionId(), ""),
                Timestamp.from(token.issuedAt())));
    }
}
