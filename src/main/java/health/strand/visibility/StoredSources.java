package health.strand.visibility;

import ca.uhn.fhir.context.FhirContext;
import health.strand.access.DataClass;
import health.strand.labeling.Heritage;
import health.strand.profiles.CodeSystems;
import health.strand.vault.Bodies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was made from what, and the labels it all bears, whoever asks. References are {@code Type/id}. */
final class StoredSources {

    private final JdbcTemplate database;
    private final FhirContext fhir;
    private final Bodies bodies;

    StoredSources(DataSource requests, FhirContext fhir, Bodies bodies) {
        this.database = new JdbcTemplate(requests);
        this.fhir = fhir;
        this.bodies = bodies;
    }

    /** A stored resource as labelled as it is. */
    record Labelled(
            String reference, long row, int cell, @Nullable Timestamp updated, List<Coding> labels) {

        DataClass dataClass() {
            return DataClass.fromNumber(cell & Cells.CLASSES).orElse(DataClass.GENETIC);
        }
    }

    /** Notes from what something was made. What was once its source stays so: its old versions are kept too. */
    void record(String derivative, Map<String, Heritage> sources) {
        sources.forEach((source, heritage) -> database.update(
                "insert into strand.source (derivative, source, heritage) values (?, ?, ?) on conflict do nothing",
                derivative,
                source,
                heritage.name()));
    }

    /** From what something is known to have been made. */
    Set<String> of(String derivative) {
        return new HashSet<>(database.queryForList(
                "select source from strand.source where derivative = ?", String.class, derivative));
    }

    /** What is known to have been made from something. */
    Map<String, Heritage> madeFrom(String source) {
        Map<String, Heritage> made = new LinkedHashMap<>();
        database.query(
                "select derivative, heritage from strand.source where source = ? order by derivative",
                row -> {
                    made.put(row.getString("derivative"), Heritage.valueOf(row.getString("heritage")));
                },
                source);
        return made;
    }

    /** Until the transaction ends its labels are not changed by others; empty for what is not stored. */
    Optional<Labelled> labelled(String reference) {
        String[] parts = reference.split("/", -1);
        return database
                .query("select * from strand.labelled(?, ?)", (row, number) -> read(reference, row), parts[0], parts[1])
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static @Nullable Labelled read(String reference, ResultSet row) throws SQLException {
        long resource = row.getLong("resource");
        if (row.wasNull()) {
            return null;
        }
        List<Coding> labels = new ArrayList<>();
        for (String label : (String[]) row.getArray("labels").getArray()) {
            int bar = label.lastIndexOf('|');
            labels.add(new Coding(label.substring(0, bar), label.substring(bar + 1), null));
        }
        return new Labelled(reference, resource, row.getInt("cell"), row.getTimestamp("updated"), labels);
    }

    /** The last version, with its labels. */
    Optional<Resource> read(Labelled stored) {
        return Optional.ofNullable(database.queryForObject("select strand.last_text(?)", String.class, stored.row))
                .map(body -> {
                    Resource resource = (Resource) fhir.newJsonParser().parseResource(bodies.read(body));
                    resource.setId(stored.reference);
                    resource.getMeta().setLastUpdated(stored.updated);
                    stored.labels.forEach(label -> resource.getMeta().addSecurity(label.copy()));
                    return resource;
                });
    }

    /** Stores the labels that a resource has come to bear. */
    void bear(Labelled stored, Collection<Coding> labels) {
        String[] added = labels.stream()
                .filter(label -> label.hasSystem() && label.hasCode())
                .map(label -> label.getSystem() + "|" + label.getCode())
                .toArray(String[]::new);
        String[] lower = stored.labels.stream()
                .filter(label -> CodeSystems.CONFIDENTIALITY.equals(label.getSystem()))
                .map(Coding::getCode)
                .filter(code ->
                        Arrays.stream(added).noneMatch(each -> each.equals(CodeSystems.CONFIDENTIALITY + "|" + code)))
                .toArray(String[]::new);
        database.query("select strand.bear(?, ?, ?)", row -> {}, stored.row, added, lower);
    }
}
