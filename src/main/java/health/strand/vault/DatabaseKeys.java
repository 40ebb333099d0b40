package health.strand.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * The keys as the database keeps them, which it does through functions alone (V17, V19). Each connection is given back at once:
 * Spring's own templates would keep it until the transaction ends that the caller is in, and that transaction takes row ids from
 * the same few.
 */
final class DatabaseKeys implements WrappedKeys {

    private final DataSource apart;
    private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

    DatabaseKeys(DataSource apart) {
        this.apart = apart;
    }

    @Override
    public Optional<WrappedKey> of(KeyOwner owner, KeyGroup group) {
        return query("select * from strand.key_of(?, ?)", DatabaseKeys::read, owner.name(), group.number()).stream()
                .findFirst();
    }

    @Override
    public Optional<WrappedKey> numbered(long id) {
        return query("select * from strand.key_numbered(?)", DatabaseKeys::read, id).stream()
                .findFirst();
    }

    @Override
    public void keep(WrappedKey fresh) {
        execute(
                "select strand.keep_key(?, ?, ?, ?, ?)",
                fresh.id(),
                fresh.owner().name(),
                fresh.group().number(),
                fresh.master(),
                fresh.bytes());
    }

    @Override
    public List<String> masters() {
        return query("select * from strand.masters_in_use()", (row, index) -> row.getString(1));
    }

    @Override
    public List<WrappedKey> notWrappedBy(String master, long after, int most) {
        return query("select * from strand.keys_not_wrapped_by(?, ?, ?)", DatabaseKeys::read, master, after, most);
    }

    @Override
    public void wrapAnew(WrappedKey former, String master, byte[] bytes) {
        execute("select strand.wrap_anew(?, ?, ?, ?)", former.id(), former.bytes(), master, bytes);
    }

    @Override
    public boolean replace(WrappedKey former, WrappedKey fresh) {
        return isTrue("select strand.replace_key(?, ?, ?, ?)", former.id(), fresh.id(), fresh.master(), fresh.bytes());
    }

    @Override
    public List<WrappedKey> replaced() {
        return query("select * from strand.replaced_keys()", DatabaseKeys::read);
    }

    @Override
    public boolean end(long id, Duration since) {
        return isTrue("select strand.end_key(?, make_interval(secs => ?))", id, since.toMillis() / 1000.0);
    }

    @Override
    public int destroy(KeyOwner owner) {
        return query("select strand.destroy_keys(?)", (row, index) -> row.getInt(1), owner.name()).stream()
                .findFirst()
                .orElse(0);
    }

    private static WrappedKey read(ResultSet row, int index) throws SQLException {
        int group = row.getInt("key_group");
        return new WrappedKey(
                row.getLong("id"),
                new KeyOwner(row.getString("owner")),
                KeyGroup.fromNumber(group).orElseThrow(() -> new SQLException("unknown key group " + group)),
                row.getString("master"),
                row.getBytes("wrapped"));
    }

    private boolean isTrue(String question, @Nullable Object... values) {
        return query(question, (row, index) -> row.getBoolean(1), values).contains(true);
    }

    private void execute(String function, @Nullable Object... values) {
        query(function, (row, index) -> true, values);
    }

    private <T> List<T> query(String query, RowMapper<T> mapper, @Nullable Object... values) {
        try (Connection connection = connection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(mapper.mapRow(rows, found.size()));
                }
                return found;
            }
        } catch (SQLException e) {
            DataAccessException known = translator.translate("keys of patients", query, e);
            throw known == null ? new UncategorizedSQLException("keys of patients", query, e) : known;
        }
    }

    private Connection connection() {
        try {
            return apart.getConnection();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("no connection for the keys of patients", e);
        }
    }
}
