package health.strand.appstate;

import health.strand.access.AppStateDecision;
import health.strand.appstate.AppState.Content;
import health.strand.visibility.DecidedTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What apps keep. Whatever is done here is held to one app and to those subjects who are there for the requester by the
 * policy on the table; what is outside of it is as if it were not there.
 */
public final class AppStates {

    /** For each app and subject, and for each app about nobody. */
    public static final int MOST = 50;

    private static final String KEYS =
            "select set_config('strand.app', ?, true), set_config('strand.app_user', ?, true),"
                    + " set_config('strand.app_common', ?, true)";
    private static final String FIELDS = "id, version, updated, system, code, subject_type, subject_id, body";
    private static final String ABOUT = "subject_type is not distinct from ? and subject_id is not distinct from ?";

    private final DecidedTransactions transactions;
    private final JdbcTemplate database;

    public AppStates(DataSource requests, DecidedTransactions transactions) {
        this.transactions = transactions;
        this.database = new JdbcTemplate(requests);
    }

    /** One of them. */
    public Optional<AppState> read(AppStateDecision decision, String id) {
        return within(decision, () -> find(decision, id));
    }

    /** Those under a code about a subject, or about nobody, in the order in which they were written first. */
    public List<AppState> search(AppStateDecision decision, Content like) {
        if (!decision.admits(like.subject(), like.token())) {
            return List.of();
        }
        return within(
                decision,
                () -> database.query(
                        "select " + FIELDS + " from strand.app_state where system = ? and code = ? and " + ABOUT
                                + " order by created, id",
                        (row, number) -> state(row),
                        like.system(),
                        like.code(),
                        type(like),
                        id(like)));
    }

    /**
     * Keeps something new.
     *
     * @throws OutOfReach when it is about somebody who is not there for the requester
     * @throws TooMany when the app keeps as much as it may
     */
    public AppState create(AppStateDecision decision, Content content) {
        requireAdmitted(decision, content);
        return within(decision, () -> {
            takeTurn(decision, content);
            requireRoom(content);
            return one(database.query(
                            "insert into strand.app_state (id, client, system, code, subject_type, subject_id, body)"
                                    + " values (?, ?, ?, ?, ?, ?, ?) returning " + FIELDS,
                            (row, number) -> state(row),
                            UUID.randomUUID().toString(),
                            decision.client(),
                            content.system(),
                            content.code(),
                            type(content),
                            id(content),
                            content.body()))
                    .orElseThrow();
        });
    }

    /**
     * Puts something in the place of what is there under this id in this version, with the same code and subject; empty
     * when that is not there.
     *
     * @throws OutOfReach when no scope opens what it is about
     */
    public Optional<AppState> update(AppStateDecision decision, String id, int version, Content content) {
        requireAdmitted(decision, content);
        return within(
                decision,
                () -> one(database.query(
                        "update strand.app_state set body = ?, version = version + 1, updated = now()"
                                + " where id = ? and version = ? and system = ? and code = ? and " + ABOUT
                                + " returning " + FIELDS,
                        (row, number) -> state(row),
                        content.body(),
                        id,
                        version,
                        content.system(),
                        content.code(),
                        type(content),
                        id(content))));
    }

    /** Forgets what is there under this id in this version; false when that is not there. */
    public boolean delete(AppStateDecision decision, String id, int version) {
        return within(
                decision,
                () -> find(decision, id).isPresent()
                        && database.update("delete from strand.app_state where id = ? and version = ?", id, version)
                                > 0);
    }

    private Optional<AppState> find(AppStateDecision decision, String id) {
        return one(database.query(
                        "select " + FIELDS + " from strand.app_state where id = ?", (row, number) -> state(row), id))
                .filter(each -> admits(decision, each.content()));
    }

    private <T> T within(AppStateDecision decision, Supplier<T> work) {
        return transactions.within(decision.reach(), () -> {
            database.query(KEYS, row -> {}, decision.client(), decision.person(), String.valueOf(decision.common()));
            return work.get();
        });
    }

    /** Until the transaction ends, or two that come together would both find room for the last one. */
    private void takeTurn(AppStateDecision decision, Content content) {
        database.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> {},
                "app state " + decision.client() + " " + content.subject());
    }

    private void requireRoom(Content content) {
        Integer kept = database.queryForObject(
                "select count(*) from strand.app_state where " + ABOUT, Integer.class, type(content), id(content));
        if (kept != null && kept >= MOST) {
            throw new TooMany();
        }
    }

    private static void requireAdmitted(AppStateDecision decision, Content content) {
        if (!admits(decision, content)) {
            throw new OutOfReach();
        }
    }

    private static boolean admits(AppStateDecision decision, Content content) {
        return decision.admits(content.subject(), content.token());
    }

    private static Optional<AppState> one(List<AppState> found) {
        return found.stream().findFirst();
    }

    private static AppState state(ResultSet row) throws SQLException {
        String type = row.getString("subject_type");
        return new AppState(
                row.getString("id"),
                row.getInt("version"),
                row.getTimestamp("updated").toInstant(),
                new Content(
                        row.getString("system"),
                        row.getString("code"),
                        type == null ? "" : type + "/" + row.getString("subject_id"),
                        row.getString("body")));
    }

    private static @Nullable String type(Content content) {
        return content.subject().isEmpty() ? null : content.subject().split("/", 2)[0];
    }

    private static @Nullable String id(Content content) {
        return content.subject().isEmpty()
                ? null
                : Objects.requireNonNull(content.subject().split("/", 2)[1]);
    }

    /** What would be written is about somebody out of the requester's reach. */
    public static final class OutOfReach extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The app keeps as much about this subject as it may. */
    public static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
