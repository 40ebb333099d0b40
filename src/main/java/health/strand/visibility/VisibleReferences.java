package health.strand.visibility;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says which references lead to something that is there for whoever asks. */
public final class VisibleReferences {

    private static final String FOUND = """
            select r.res_type || '/' || r.fhir_id
            from unnest(?::text[]) wanted(reference)
            join hfj_resource r on r.res_type = split_part(wanted.reference, '/', 1)
                and r.fhir_id = split_part(wanted.reference, '/', 2) and r.res_deleted_at is null
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
        String[] wanted = references.toArray(String[]::new);
        Set<String> found = transaction.execute(
                status -> new HashSet<>(database.queryForList(FOUND, String.class, (Object) wanted)));
        return found == null ? Set.of() : found;
    }
}
