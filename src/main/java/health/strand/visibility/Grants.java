package health.strand.visibility;

import health.strand.access.Audience;
import health.strand.access.PatientId;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the policies read: writes the compiled decisions about cells in place of those that stood there. */
final class Grants {

    private static final String IS_GRANTED = """
            select exists (select from strand.granted g join strand.audience a on a.number = g.audience
                where g.cell = ? and a.reader = ? and a.purpose = ? and g.starts <= now() and now() < g.until)
            """;

    private final JdbcTemplate database;
    private final String settings;

    /** @param settings by which it is decided; the database refuses what was decided by others */
    Grants(DataSource requests, String settings) {
        this.database = new JdbcTemplate(requests);
        this.settings = settings;
    }

    /** Whether an audience is granted a cell at this moment, in any app. */
    boolean isGranted(int cell, Audience audience) {
        return Boolean.TRUE.equals(database.queryForObject(
                IS_GRANTED,
                Boolean.class,
                cell,
                audience.reader(),
                audience.purpose().code()));
    }

    /** Within the transaction that changed what was decided by. */
    void replace(Collection<CompiledCell> cells) {
        Integer[] numbers = cells.stream().map(each -> each.cell().number()).toArray(Integer[]::new);
        write("select strand.write_granted(?, ?, ?, ?, ?, ?, ?)", numbers, rows(cells, true));
        write("select strand.write_withheld(?, ?, ?, ?, ?, ?, ?)", numbers, rows(cells, false));
        write(numbers, cells);
        database.query("select strand.are_compiled(?, ?)", row -> {}, numbers, settings);
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

    /** What stays as it was is not written again; what ends is noted by the database. */
    private void write(String statement, Integer[] cells, List<Row> rows) {
        database.query(
                statement,
                row -> {},
                cells,
                texts(rows, row -> row.grant().audience().reader()),
                texts(rows, row -> row.grant().audience().purpose().code()),
                texts(rows, row -> row.grant().client()),
                rows.stream().map(Row::cell).toArray(Integer[]::new),
                rows.stream().map(row -> Timestamp.from(row.grant().starts())).toArray(Timestamp[]::new),
                rows.stream().map(row -> Timestamp.from(row.grant().until())).toArray(Timestamp[]::new));
    }

    private record Resting(int cell, Reliance reliance) {}

    private void write(Integer[] cells, Collection<CompiledCell> compiled) {
        List<Resting> rows = compiled.stream()
                .flatMap(each -> each.reliances().stream()
                        .map(reliance -> new Resting(each.cell().number(), reliance)))
                .toList();
        database.query(
                "select strand.write_reliance(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row -> {},
                cells,
                texts(rows, row -> row.reliance().audience().reader()),
                texts(rows, row -> row.reliance().audience().purpose().code()),
                texts(rows, row -> row.reliance().client()),
                rows.stream().map(Resting::cell).toArray(Integer[]::new),
                rows.stream().map(row -> row.reliance().permits()).toArray(Boolean[]::new),
                texts(rows, row -> row.reliance().consent().patient().value()),
                texts(rows, row -> row.reliance().consent().reference()),
                rows.stream()
                        .map(row -> Timestamp.from(row.reliance().starts()))
                        .toArray(Timestamp[]::new),
                rows.stream().map(row -> Timestamp.from(row.reliance().until())).toArray(Timestamp[]::new));
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> part) {
        return rows.stream().map(part).toArray(String[]::new);
    }
}
