package health.strand.audit;

import health.strand.access.Audience;
import health.strand.access.Capacity;
import health.strand.access.PatientId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.CannotCreateTransactionException;

/** Writes the trail: within the transaction of what it is about, or at once and on disk when there is none. */
public final class AuditTrail {

    /**
     * One call for any number of entries. It puts the consents in as well: what was compiled says by which of them something
     * was decided, and to ask for that first would be another way there and back.
     */
    private static final String ADD = """
            select strand.record_events(?::text[], ?::text[], ?, ?::uuid[], ?::timestamptz[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
            """;

    private final JdbcTemplate database;
    private final Clock clock;

    /** @param requests connections of the request role */
    public AuditTrail(DataSource requests, Clock clock) {
        this.database = new JdbcTemplate(requests);
        this.clock = clock;
    }

    /** An entry of this moment. */
    public TrailEntry entry(@Nullable PatientId patient, Actor actor, Deed deed) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new TrailEntry(UUID.randomUUID(), now, patient, actor.towards(patient), deed);
    }

    /** Adds entries of what was decided by no consent. */
    public void add(List<TrailEntry> entries) {
        add(entries, Capacity.none());
    }

    /**
     * Adds entries. When it returns outside of a transaction they are there to stay.
     *
     * @param asked as whom the requester was decided about
     * @throws TrailUnavailable when they could not be added
     */
    public void add(List<TrailEntry> entries, Capacity asked) {
        if (entries.isEmpty()) {
            return;
        }
        List<TrailRow> rows = entries.stream().map(TrailRow::of).toList();
        try {
            database.execute((ConnectionCallback<Boolean>) connection -> add(connection, rows, asked));
        } catch (DataAccessException | CannotCreateTransactionException e) {
            throw new TrailUnavailable(e);
        }
    }

    private static boolean add(Connection connection, List<TrailRow> rows, Capacity asked) throws SQLException {
        List<Function<TrailRow, @Nullable Object>> columns = List.of(
                TrailRow::id,
                TrailRow::recorded,
                TrailRow::patient,
                TrailRow::interaction,
                TrailRow::action,
                TrailRow::outcome,
                TrailRow::person,
                TrailRow::client,
                TrailRow::data,
                TrailRow::cells,
                TrailRow::event);
        List<Audience> audiences = List.copyOf(asked.audiences());
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setArray(1, texts(connection, audiences, Audience::reader));
            statement.setArray(
                    2, texts(connection, audiences, each -> each.purpose().code()));
            statement.setString(3, asked.client());
            int place = 3;
            for (Function<TrailRow, @Nullable Object> column : columns) {
                statement.setArray(++place, texts(connection, rows, column));
            }
            return statement.execute();
        }
    }

    private static <T> Array texts(Connection connection, List<T> all, Function<T, @Nullable Object> part)
            throws SQLException {
        Object[] values = all.stream()
                .map(each -> {
                    Object value = part.apply(each);
                    return value == null ? null : value.toString();
                })
                .toArray();
        return connection.createArrayOf("text", values);
    }
}
