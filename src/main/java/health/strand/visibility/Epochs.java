package health.strand.visibility;

import health.strand.access.Reach;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Moments, as the database tells them apart, and whether anything has been taken from somebody since one. A withdrawal that
 * concerns nobody's data but what the requester could never see has not taken anything from them.
 */
public final class Epochs {

    private final JdbcTemplate database;

    public Epochs(DataSource requests) {
        this.database = new JdbcTemplate(requests);
    }

    /** This moment. What is read after it may be taken away after it. */
    public String now() {
        return Objects.requireNonNull(database.queryForObject("select strand.epoch()", String.class));
    }

    /** This moment, when nothing within the reach has been taken away since an earlier one. */
    public Optional<String> since(String earlier, Reach reach) {
        TransactionKeys keys = TransactionKeys.of(reach, List.of());
        return Optional.ofNullable(database.queryForObject(
                "select strand.epoch_since(?, ?, ?, ?, ?, ?, ?)",
                String.class,
                earlier,
                keys.patients(),
                keys.readable(),
                keys.everywhere(),
                keys.readers(),
                keys.purposes(),
                keys.client()));
    }
}
