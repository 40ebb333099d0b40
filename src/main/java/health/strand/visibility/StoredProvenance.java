package health.strand.visibility;

import ca.uhn.fhir.context.FhirContext;
import health.strand.vault.Bodies;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Provenance;
import org.springframework.jdbc.core.JdbcTemplate;

/** The Provenance resources about a resource, whoever asks: decisions are made about all there is. */
final class StoredProvenance {

    private final JdbcTemplate database;
    private final FhirContext fhir;
    private final Bodies bodies;

    StoredProvenance(DataSource requests, FhirContext fhir, Bodies bodies) {
        this.database = new JdbcTemplate(requests);
        this.fhir = fhir;
        this.bodies = bodies;
    }

    /** In the order in which they were recorded. */
    List<Provenance> of(String reference) {
        String[] parts = reference.split("/", -1);
        return database.queryForList("select strand.provenance_of(?, ?)", String.class, parts[0], parts[1]).stream()
                .map(body -> fhir.newJsonParser().parseResource(Provenance.class, bodies.read(body)))
                .sorted(Comparator.comparing(Provenance::getRecorded, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }
}
