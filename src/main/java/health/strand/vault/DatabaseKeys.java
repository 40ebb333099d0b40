package health.strand.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The keys as the database keeps them, which it does through functions alone (V17, V19). */
final class DatabaseKeys implements WrappedKeys {

    private final JdbcTemplate database;

    DatabaseKeys(DataSource apart) {
        this.database = new JdbcTemplate(apart);
    }

    @Override
    public Optional<WrappedKey> of(KeyOwner owner, KeyGroup group) {
        return database
                .query("select * from strand.key_of(?, ?)", DatabaseKeys::read, owner.name(), group.number())
                .stream()
                .findFirst();
    }

    @Override
    public Optional<WrappedKey> numbered(long id) {
        return database.query("select * from strand.key_numbered(?)", DatabaseKeys::read, id).stream()
                .findFirst();
    }

    @Override
    public void keep(WrappedKey fresh) {
        database.query(
                "select strand.keep_key(?, ?, ?, ?, ?)",
                row -> {},
                fresh.id(),
                fresh.owner().name(),
                fresh.group().number(),
                fresh.master(),
                fresh.bytes());
    }

    @Override
    public List<String> masters() {
        return database.queryForList("select * from strand.masters_in_use()", String.class);
    }

    @Override
    public List<WrappedKey> notWrappedBy(String master, long after, int most) {
        return database.query(
                "select * from strand.keys_not_wrapped_by(?, ?, ?)", DatabaseKeys::read, master, after, most);
    }

    @Override
    public void wrapAnew(WrappedKey former, String master, byte[] bytes) {
        database.query("select strand.wrap_anew(?, ?, ?, ?)", row -> {}, former.id(), former.bytes(), master, bytes);
    }

    @Override
    public boolean replace(WrappedKey former, WrappedKey fresh) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select strand.replace_key(?, ?, ?, ?)",
                Boolean.class,
                former.id(),
                fresh.id(),
                fresh.master(),
                fresh.bytes()));
    }

    @Override
    public List<WrappedKey> replaced() {
        return database.query("select * from strand.replaced_keys()", DatabaseKeys::read);
    }

    @Override
    public boolean end(long id, Duration since) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select strand.end_key(?, make_interval(secs => ?))", Boolean.class, id, since.toMillis() / 1000.0));
    }

    @Override
    public int destroy(KeyOwner owner) {
        Integer gone = database.queryForObject("select strand.destroy_keys(?)", Integer.class, owner.name());
        return gone == null ? 0 : gone;
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
}
