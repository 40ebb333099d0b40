package health.strand.visibility;

import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where the pictures are that somebody sent before, by marks that say nothing of them. It is asked about no rights. */
public final class SentFiles {

    private final JdbcTemplate database;

    public SentFiles(DataSource requests) {
        this.database = new JdbcTemplate(requests);
    }

    /** Such as {@code Binary/x}. */
    public Optional<String> find(String mark) {
        return Optional.ofNullable(database.queryForObject("select strand.sent_file(?)", String.class, mark));
    }

    /**
     * Notes in the transaction that stores a picture where it is.
     *
     * @param former where it was when it was looked for
     * @return whether nobody else has stored it since
     */
    public boolean keep(String mark, String file, @Nullable String former) {
        return Boolean.TRUE.equals(
                database.queryForObject("select strand.keep_sent_file(?, ?, ?)", Boolean.class, mark, file, former));
    }
}
