package health.strand.visibility;

import health.strand.access.DataClass;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets the server itself write resources of one class in the transaction of somebody who may not: what follows from what
 * they write, and is not theirs. Their keys are widened by that class and by the resources named, for as long as the work
 * takes, and by nothing else; patients out of their reach stay out of it.
 */
public final class ServerWrites {

    private static final String NOW = """
            select coalesce(current_setting('strand.writable', true), ''), coalesce(current_setting('strand.intake', true), ''),
                coalesce(current_setting('strand.writing', true), ''),
                coalesce(nullif(current_setting('strand.classes_mask', true), '')::int, 0)
            """;
    private static final String SET = """
            select set_config('strand.writable', ?, true), set_config('strand.intake', ?, true),
                set_config('strand.writing', ?, true), set_config('strand.classes_mask', ?, true)
            """;

    private final JdbcTemplate database;
    private final Cells cells;
    private final EntityManager entities;

    ServerWrites(DataSource requests, Cells cells, EntityManager entities) {
        this.database = new JdbcTemplate(requests);
        this.cells = cells;
        this.entities = entities;
    }

    private record Keys(String writable, String intake, String writing, int classes) {}

    /**
     * Does the work, which writes resources of this class only.
     *
     * @param resources those it reads or changes that are stored already, as {@code Type/id}
     */
    public <T> T of(DataClass dataClass, Collection<String> resources, Supplier<T> work) {
        // what the requester has written is judged by the requester's own keys
        entities.flush();
        Keys before = keys();
        String number = String.valueOf(dataClass.number());
        set(new Keys(
                with(before.writable, number),
                with(before.intake, number),
                with(before.writing, cells(resources)),
                before.classes | 1 << dataClass.number()));
        T done = work.get();
        entities.flush();
        set(before);
        return done;
    }

    private Keys keys() {
        return Objects.requireNonNull(database.queryForObject(
                NOW, (row, index) -> new Keys(row.getString(1), row.getString(2), row.getString(3), row.getInt(4))));
    }

    private void set(Keys keys) {
        database.query(SET, row -> {}, keys.writable, keys.intake, keys.writing, String.valueOf(keys.classes));
    }

    private String cells(Collection<String> resources) {
        return cells.current(resources).values().stream()
                .distinct()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private static String with(String list, String more) {
        return Stream.of(list, more).filter(part -> !part.isEmpty()).collect(Collectors.joining(","));
    }
}
