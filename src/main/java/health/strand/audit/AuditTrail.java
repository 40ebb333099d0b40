package health.strand.audit;

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

    /** One statement for any number of entries, so that its plan is kept. */
    private static final String ADD = """
            insert into strand.audit_event
                (id, recorded, patient, interaction, action, outcome, person, client, data, event)
            select * from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[])
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

    /**
     * Adds entries. When it returns outside of a transaction they are there to stay.
     *
     * @throws TrailUnavailable when they could not be added
     */
    public void add(List<TrailEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<TrailRow> rows = entries.stream().map(TrailRow::of).toList();
        try {
            database.execute((ConnectionCallback<Integer>) connection -> insert(connection, rows));
        } catch (DataAccessException | CannotCreateTransactionException e) {
            throw new TrailUnavailable(e);
        }
    }

    private static int insert(Connection connection, List<TrailRow> rows) throws SQLException {
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
                TrailRow::event);
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            int place = 0;
            for (Function<TrailRow, @Nullable Object> column : columns) {
                Object[] values = rows.stream()
                        .map(row -> {
                            Object value = column.apply(row);
                            return value == null ? null : value.toString();
                        })
                        .toArray();
                Array array = connection.createArrayOf("text", values);
                statement.setArray(++place, array);
            }
            return statement.executeUpdate();
        }
    }
}
