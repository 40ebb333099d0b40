package health.strand.visibility;

import health.strand.access.PatientId;
import health.strand.consent.References;
import health.strand.representation.MandateReader;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the record knows about references in consents, whoever wrote them: decisions are made about all there is. */
final class StoredReferences implements References {

    private final JdbcTemplate database;
    private final StoredPeople people;
    private final MandateReader mandates;

    StoredReferences(DataSource requests, StoredPeople people, MandateReader mandates) {
        this.people = people;
        this.mandates = mandates;
        this.database = new JdbcTemplate(requests);
    }

    @Override
    public boolean resolves(String reference) {
        String[] parts = reference.split("/", -1);
        return parts.length == 2
                && Boolean.TRUE.equals(
                        database.queryForObject("select strand.is_kept(?, ?)", Boolean.class, parts[0], parts[1]));
    }

    @Override
    public Set<String> refersTo(String reference) {
        String[] parts = reference.split("/", -1);
        return parts.length == 2
                ? new HashSet<>(
                        database.queryForList("select strand.referred_from(?, ?)", String.class, parts[0], parts[1]))
                : Set.of();
    }

    @Override
    public @Nullable Instant ofAge(PatientId patient) {
        return people.patient(patient.value()).map(mandates::ofAge).orElse(null);
    }
}
