package health.strand.bench;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamToken;
import health.strand.vault.Bodies;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes a large clinic of a small one inside the database: copies every row about the loaded patients under other ids,
 * and the staff once for each so many copies, so that nobody treats more patients than people do.
 */
final class ClinicCopies {

    /** Copies of staff are numbered from here, copies of patients below. */
    private static final int STAFF = 0x8000;

    private final Supplier<JdbcTemplate> superuser;
    private final Bodies bodies;
    private final Workers workers;
    private final JdbcTemplate database;
    private final CopyStatements statements;
    private final BulkIndexes indexes;

    ClinicCopies(Supplier<JdbcTemplate> superuser, Bodies bodies) {
        this.bodies = bodies;
        this.superuser = superuser;
        this.workers = new Workers();
        this.database = superuser.get();
        this.statements = new CopyStatements(database);
        this.indexes = new BulkIndexes(superuser, workers);
    }

    static boolean isThere(JdbcTemplate database) {
        return !database.queryForList("select 1 from pg_namespace where nspname = 'bench'")
                .isEmpty();
    }

    /** Remembers what there is as that which is to be copied. */
    void takeTemplate() {
        Scripts.statements("template.sql").forEach(database::execute);
        for (String table : statements.tables()) {
            String key = CopyStatements.key(table);
            database.execute("create table bench." + table + " as select t.*, k.kind from public." + table
                    + " t join bench.template k on k.res_id = t." + key);
        }
        decrypt();
        Scripts.statements("bodies.sql").forEach(database::execute);
    }

    /** Bodies are bound to their rows; copies of them have others. */
    private void decrypt() {
        database.query(
                "select pid, res_type || '/' || res_id || '/' || res_ver || ':' || res_text_vc as body"
                        + " from bench.hfj_res_ver where res_text_vc <> ''",
                row -> {
                    database.update(
                            "update bench.hfj_res_ver set res_text_vc = ? where pid = ?",
                            bodies.read(row.getString("body")),
                            row.getLong("pid"));
                });
    }

    /** Grows the clinic to at least so many patients. */
    void growTo(int patients, Consumer<String> progress) {
        Span span = span();
        int there = span.copies;
        int wanted = (int) Math.ceil((double) patients / span.patients) - 1;
        if (wanted > there) {
            indexes.drop();
            makeIdentifiers(there, wanted);
            List<String> forPatients = statements.of("P", "patients.sql");
            List<String> forStaff = statements.of("S", "staff.sql");
            for (int site = span.site(there) + 1; site <= span.site(wanted); site++) {
                run(forStaff, span, STAFF + site, STAFF + site);
            }
            AtomicInteger done = new AtomicInteger();
            workers.each(there + 1, wanted, number -> {
                run(forPatients, span, number, span.site(number) == 0 ? 0 : STAFF + span.site(number));
                if (done.incrementAndGet() % 50 == 0) {
                    progress.accept(done.get() + " of " + (wanted - there) + " copies");
                }
            });
            database.update("update bench.span set copies = ?", wanted);
        }
        indexes.make(progress);
        database.execute("vacuum (analyze)");
    }

    /** By how much the numbers of copies differ, how many patients are copied, and how often that was done. */
    private record Span(long rows, long groups, long audiences, int patients, int perStaff, int copies) {

        /** Which staff treats the patients of a copy; 0 is the original. */
        int site(int copy) {
            return copy / perStaff;
        }
    }

    private Span span() {
        return Objects.requireNonNull(database.queryForObject(
                "select * from bench.span",
                (row, number) -> new Span(
                        row.getLong("rows"),
                        row.getLong("groups"),
                        row.getLong("audiences"),
                        row.getInt("patients"),
                        row.getInt("per_staff"),
                        row.getInt("copies"))));
    }

    private void run(List<String> statements, Span span, int number, int staff) {
        StringBuilder all = new StringBuilder("set session_replication_role = replica; set synchronous_commit = off;");
        for (String each : statements) {
            all.append(each.replace(":n", String.valueOf(number))
                            .replace(":staff", String.valueOf(staff))
                            .replace(":rows", String.valueOf(span.rows))
                            .replace(":groups", String.valueOf(span.groups))
                            .replace(":audiences", String.valueOf(span.audiences)))
                    .append(';');
        }
        superuser.get().execute(all.toString());
    }

    private void makeIdentifiers(int there, int wanted) {
        PartitionSettings settings = new PartitionSettings();
        RequestPartitionId any = RequestPartitionId.allPartitions();
        List<Object[]> rows = new ArrayList<>();
        database.query(
                "select sp_id, sp_system, sp_value from bench.hfj_spidx_token where res_type = 'Patient'"
                        + " and sp_name = 'identifier'",
                row -> {
                    for (int copy = there + 1; copy <= wanted; copy++) {
                        String value = row.getString("sp_value") + "-" + copy;
                        rows.add(new Object[] {
                            row.getLong("sp_id"),
                            copy,
                            value,
                            ResourceIndexedSearchParamToken.calculateHashSystemAndValue(
                                    settings, any, "Patient", "identifier", row.getString("sp_system"), value),
                            ResourceIndexedSearchParamToken.calculateHashValue(
                                    settings, any, "Patient", "identifier", value)
                        });
                    }
                });
        database.batchUpdate("insert into bench.identifier values (?, ?, ?, ?, ?) on conflict do nothing", rows);
    }
}
