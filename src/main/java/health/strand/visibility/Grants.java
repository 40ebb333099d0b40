package health.strand.visibility;

import health.strand.access.PatientId;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the policies read: writes the compiled decisions about cells in place of those that stood there. */
final class Grants {

    private static final String AUDIENCES = """
            insert into strand.audience (reader, purpose, client)
            select distinct w.reader, w.purpose, w.client
            from unnest(?::text[], ?::text[], ?::text[]) w(reader, purpose, client)
            where not exists (select from strand.audience a
                where a.reader = w.reader and a.purpose = w.purpose and a.client = w.client)
            on conflict do nothing
            """;
    private static final String ROWS = """
            insert into strand.%s (audience, cell, starts, until)
            select a.number, w.cell, w.starts, w.until
            from unnest(?::text[], ?::text[], ?::text[], ?::integer[], ?::timestamptz[], ?::timestamptz[])
                w(reader, purpose, client, cell, starts, until)
            join strand.audience a on a.reader = w.reader and a.purpose = w.purpose and a.client = w.client
            """;

    private final JdbcTemplate database;

    Grants(DataSource requests) {
        this.database = new JdbcTemplate(requests);
    }

    /** Within the transaction that changed what was decided by. */
    void replace(Collection<CompiledCell> cells) {
        Integer[] numbers = cells.stream().map(each -> each.cell().number()).toArray(Integer[]::new);
        replace("granted", numbers, rows(cells, true));
        replace("withheld", numbers, rows(cells, false));
        database.query("select strand.are_compiled(?)", row -> {}, (Object) numbers);
    }

    /** Forgets what the decisions about these patients were made by. */
    void forgetDependencies(Collection<PatientId> patients) {
        database.update("delete from strand.dependency where patient = any (?)", PatientTexts.array(patients));
    }

    /** Notes what decisions about these patients were made by, beside who treats them. */
    void dependOn(Collection<PatientId> patients, Set<String> references) {
        if (!references.isEmpty()) {
            database.update(
                    "insert into strand.dependency (patient, reference)"
                            + " select p, r from unnest(?::text[]) p, unnest(?::text[]) r on conflict do nothing",
                    PatientTexts.array(patients),
                    references.toArray(String[]::new));
        }
    }

    /** The patients whose decisions were made by any of these references. */
    Set<String> dependingOn(Collection<String> references) {
        return new HashSet<>(database.queryForList(
                "select distinct patient from strand.dependency where reference = any (?)", String.class, (Object)
                        references.toArray(String[]::new)));
    }

    private record Row(int cell, Grant grant) {}

    private static List<Row> rows(Collection<CompiledCell> cells, boolean granted) {
        List<Row> rows = new ArrayList<>();
        for (CompiledCell each : cells) {
            (granted ? each.granted() : each.withheld())
                    .forEach(grant -> rows.add(new Row(each.cell().number(), grant)));
        }
        return rows;
    }

    private void replace(String table, Integer[] cells, List<Row> rows) {
        database.update("delete from strand." + table + " where cell = any (?)", (Object) cells);
        if (rows.isEmpty()) {
            return;
        }
        String[] readers = texts(rows, row -> row.grant().audience().reader());
        String[] purposes = texts(rows, row -> row.grant().audience().purpose().code());
        String[] clients = texts(rows, row -> row.grant().client());
        database.update(AUDIENCES, readers, purposes, clients);
        database.update(
                ROWS.formatted(table),
                readers,
                purposes,
                clients,
                rows.stream().map(Row::cell).toArray(Integer[]::new),
                rows.stream().map(row -> Timestamp.from(row.grant().starts())).toArray(Timestamp[]::new),
                rows.stream().map(row -> Timestamp.from(row.grant().until())).toArray(Timestamp[]::new));
    }

    private static String[] texts(List<Row> rows, java.util.function.Function<Row, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
