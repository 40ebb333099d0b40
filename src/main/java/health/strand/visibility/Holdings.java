package health.strand.visibility;

import health.strand.access.DataClass;
import health.strand.access.PatientId;
import health.strand.vault.Bodies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts what is there about a patient, within the transaction of whoever asks: what is hidden from them is not counted. */
public final class Holdings {

    private static final String CELLS = """
            (select c.number from strand.cell c
                join strand.cell_group_member m on m.number = c.cell_group where m.patient = ?)
            """;
    private static final String BY_CLASS = """
            select r.partition_id & 31 as class, count(*) as items, max(r.res_updated) as changed,
                max(r.res_published) as recorded, array_agg(distinct r.partition_id) as cells
            from hfj_resource r where r.res_deleted_at is null and r.partition_id in
            """ + CELLS + " group by 1 order by 1";
    private static final String LAST = """
            select max(d.sp_value_low_date_ordinal) from hfj_resource r join hfj_spidx_date d on d.res_id = r.res_id
            where r.res_deleted_at is null and r.res_type = any (?::text[]) and d.sp_name = 'date'
                and d.sp_value_low <= ? and r.partition_id in
            """ + CELLS;
    private static final String TEXTS = """
            select strand.named_body(v) as body, r.res_updated as changed from hfj_resource r
            join hfj_res_ver v on v.res_id = r.res_id and v.res_ver = r.res_ver
            where r.res_deleted_at is null and r.res_type = ? and r.partition_id in
            """ + CELLS + " order by r.res_id";

    private final JdbcTemplate database;
    private final Bodies bodies;
    private final Clock clock;

    public Holdings(DataSource requests, Bodies bodies, Clock clock) {
        this.database = new JdbcTemplate(requests);
        this.bodies = bodies;
        this.clock = clock;
    }

    /** By class, in the order of the classes. */
    public List<Holding> of(PatientId patient) {
        return database.query(BY_CLASS, (row, index) -> read(row).stream().toList(), patient.value()).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The last day on which something of these types happened, by what it says itself. */
    public Optional<LocalDate> last(PatientId patient, Set<String> types) {
        Integer found = database.queryForObject(
                LAST, Integer.class, types.toArray(String[]::new), Timestamp.from(clock.instant()), patient.value());
        return Optional.ofNullable(found)
                .map(day -> LocalDate.parse(String.valueOf(day), DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** The present texts of the patient's resources of a type. */
    public List<StoredText> texts(PatientId patient, String type) {
        return database.query(
                TEXTS,
                (row, index) -> new StoredText(
                        bodies.read(String.valueOf(row.getString("body"))),
                        row.getTimestamp("changed").toInstant()),
                type,
                patient.value());
    }

    /** Whether there is such a patient, for whoever asks. */
    public boolean isThere(PatientId patient) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select exists (select from hfj_resource r"
                        + " where r.res_type = 'Patient' and r.fhir_id = ? and r.res_deleted_at is null)",
                Boolean.class,
                patient.value()));
    }

    /** Whether such a patient is kept, whoever asks. */
    public boolean isKept(PatientId patient) {
        return Boolean.TRUE.equals(
                database.queryForObject("select strand.is_kept('Patient', ?)", Boolean.class, patient.value()));
    }

    private static Optional<Holding> read(ResultSet row) throws SQLException {
        Set<Integer> cells =
                Arrays.stream((Integer[]) row.getArray("cells").getArray()).collect(Collectors.toSet());
        int items = row.getInt("items");
        Instant changed = row.getTimestamp("changed").toInstant();
        Instant recorded = row.getTimestamp("recorded").toInstant();
        return DataClass.fromNumber(row.getInt("class"))
                .map(dataClass -> new Holding(dataClass, items, changed, recorded, cells));
    }
}
