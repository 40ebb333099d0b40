package health.strand.visibility;

import health.strand.access.Reach;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says which references lead to something that is there for whoever asks. */
public final class VisibleReferences {

    /** Only plain comparisons may look into an index past a policy: taken apart here, references would cost a whole scan. */
    private static final String FOUND = """
            select r.res_type || '/' || r.fhir_id
            from unnest(?::text[], ?::text[]) wanted(type, id)
            join hfj_resource r on r.res_type = wanted.type and r.fhir_id = wanted.id and r.res_deleted_at is null
            """;

    private static final String ABOUT = """
            select exists (
                select from hfj_resource r
                join hfj_res_link l on l.src_resource_id = r.res_id
                join hfj_resource p on p.res_id = l.target_resource_id
                where r.res_type = ? and r.fhir_id = ? and r.res_deleted_at is null
                and l.src_path in (r.res_type || '.subject', r.res_type || '.patient')
                and p.res_type = ? and p.fhir_id = ?)
            """;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    public VisibleReferences(DataSource requests, PlatformTransactionManager transactions) {
        this.database = new JdbcTemplate(requests);
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Those of the references, each {@code Type/id}, that are there. Inside a transaction it is asked with that
     * transaction's keys, otherwise with those of the request this thread answers.
     */
    public Set<String> among(Collection<String> references) {
        List<String[]> parts = references.stream()
                .map(each -> each.split("/", -1))
                .filter(each -> each.length >= 2)
                .toList();
        String[] types = parts.stream().map(each -> each[0]).toArray(String[]::new);
        String[] ids = parts.stream().map(each -> each[1]).toArray(String[]::new);
        Set<String> found =
                transaction.execute(status -> new HashSet<>(database.queryForList(FOUND, String.class, types, ids)));
        return found == null ? Set.of() : found;
    }

    /** Those of the references that are there for whoever reaches so far. */
    public Set<String> among(Collection<String> references, Reach reach) {
        return CurrentKeys.during(TransactionKeys.of(reach, List.of()), () -> among(references));
    }

    /** Whether anything that was granted to whoever reaches so far is there for them. */
    public boolean areAnyGranted(Reach reach) {
        return CurrentKeys.during(
                TransactionKeys.of(reach, List.of()),
                () -> Boolean.TRUE.equals(transaction.execute(
                        status -> database.queryForObject("select strand.sees_something_granted()", Boolean.class))));
    }

    /** Whether a resource that is there for whoever reaches so far is about that patient, both as {@code Type/id}. */
    public boolean isAbout(String reference, String patient, Reach reach) {
        String[] about = reference.split("/", -1);
        String[] whom = patient.split("/", -1);
        return CurrentKeys.during(
                TransactionKeys.of(reach, List.of()),
                () -> Boolean.TRUE.equals(transaction.execute(status ->
                        database.queryForObject(ABOUT, Boolean.class, about[0], about[1], whom[0], whom[1]))));
    }
}
