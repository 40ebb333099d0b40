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
     * One statement for any number of entries, so that its plan is kept. It puts the consents in as well: what was
     * compiled says by which of them something was decided, and to ask for that first would be another way there and back.
     * What is materialized is looked up once; PostgreSQL would do it again wherever it is named.
     */
    private static final String ADD = """
            with asked as materialized (select strand.audiences_of(?::text[], ?::text[], ?) as audiences),
            entries as materialized (
                select e.*, case when e.cells is not null then strand.deciding_consents(
                    e.cells::integer[], (select audiences from asked), e.patient, e.outcome <> '8') end as consents
                from unnest(?::uuid[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[])
                    e(id, recorded, patient, interaction, action, outcome, person, client, data, cells, event))
            insert into strand.audit_event
                (id, recorded, patient, interaction, action, outcome, person, client, data, event, consents)
            select e.id, e.recorded, e.patient, e.interaction, e.action, e.outcome, e.person, e.client, e.data,
                strand.with_consents(e.event, e.consents), strand.without_versions(e.consents)
            from entries e
            -- what the authorization server tells twice
            on conflict do nothing
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
            database.execute((ConnectionCallback<Integer>) connection -> insert(connection, rows, asked));
        } catch (DataAccessException | CannotCreateTransactionException e) {
            throw new TrailUnavailable(e);
        }
    }

    private static int insert(Connection connection, List<TrailRow> rows, Capacity asked) throws SQLException {
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
            return statement.executeUpdate();
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
