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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.transaction.CannotCreateTransactionException;

/** Writes the trail: within the transaction of what it is about, or at once and on disk when there is none. */
public final class AuditTrail {

    /**
     * One call for any number of entries. It puts the consents in as well: what was compiled says by which of them something
     * was decided, and to ask for that first would be another way there and back.
     */
    private static final String ADD = """
            select strand.record_events(readers => ?::text[], purposes => ?::text[], used_client => ?, ids => ?::uuid[],
                recorded => ?::timestamptz[], patients => ?::text[], interactions => ?::text[], actions => ?::text[],
                outcomes => ?::text[], persons => ?::text[], clients => ?::text[], data => ?::text[], events => ?::text[],
                cells => ?::text[])
            """;

    /** A single one, which most are: without arrays, and where the audiences are known by number, it takes half the time. */
    private static final String ADD_ONE = """
            insert into strand.audit_event
                (id, recorded, patient, interaction, action, outcome, person, client, data, event, consents)
            select ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, strand.with_consents(?, decided.consents), strand.without_versions(decided.consents)
            from strand.deciding_consents(?::integer[], ?::integer[], ?, ?) decided (consents)
            on conflict do nothing
            """;

    private static final String ADD_ONE_OF_NO_CELL = """
            insert into strand.audit_event
                (id, recorded, patient, interaction, action, outcome, person, client, data, event)
            values (?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    /** In the order of all of these. */
    private static final List<Function<TrailRow, @Nullable Object>> COLUMNS = List.of(
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

    private final JdbcTemplate database;
    private final Clock clock;
    private final Function<Capacity, Optional<String>> numbers;

    /** @param requests connections of the request role */
    public AuditTrail(DataSource requests, Clock clock) {
        this(requests, clock, asked -> Optional.empty());
    }

    /**
     * @param requests connections of the request role
     * @param numbers by which the database knows the audiences of a requester, as of the last decision about them
     */
    public AuditTrail(DataSource requests, Clock clock, Function<Capacity, Optional<String>> numbers) {
        this.database = new JdbcTemplate(requests);
        this.clock = clock;
        this.numbers = numbers;
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
            if (rows.size() > 1 || !addOne(rows.get(0), asked)) {
                database.execute((ConnectionCallback<Boolean>) connection -> add(connection, rows, asked));
            }
        } catch (DataAccessException | CannotCreateTransactionException e) {
            throw new TrailUnavailable(e);
        }
    }

    /** @return whether it was added: not where the audiences are not known by number */
    private boolean addOne(TrailRow row, Capacity asked) {
        List<@Nullable Object> values = new ArrayList<>();
        COLUMNS.forEach(column -> values.add(column.apply(row)));
        if (row.cells() == null) {
            execute(ADD_ONE_OF_NO_CELL, values);
            return true;
        }
        Optional<String> audiences = numbers.apply(asked);
        audiences.ifPresent(known -> {
            boolean permitted = !row.outcome().equals(Outcome.REFUSED.code());
            values.addAll(Arrays.asList(row.cells(), known, row.patient(), permitted));
            execute(ADD_ONE, values);
        });
        return audiences.isPresent();
    }

    private void execute(String sql, List<@Nullable Object> values) {
        database.execute(sql, (PreparedStatementCallback<Boolean>) statement -> {
            int place = 0;
            for (Object value : values) {
                statement.setObject(++place, value);
            }
            return statement.execute();
        });
    }

    private static boolean add(Connection connection, List<TrailRow> rows, Capacity asked) throws SQLException {
        List<Audience> audiences = List.copyOf(asked.audiences());
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setArray(1, texts(connection, audiences, Audience::reader));
            statement.setArray(
                    2, texts(connection, audiences, each -> each.purpose().code()));
            statement.setString(3, asked.client());
            int place = 3;
            for (Function<TrailRow, @Nullable Object> column : COLUMNS) {
                statement.setArray(++place, texts(connection, rows, column));
            }
            statement.setArray(++place, texts(connection, rows, TrailRow::cells));
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
