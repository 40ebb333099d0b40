package health.strand.visibility;

import ca.uhn.fhir.context.FhirContext;
import health.strand.access.ConsentDirective;
import health.strand.access.PatientId;
import health.strand.vault.Bodies;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Moves resources to other cells when a consent begins to speak of single ones: of an image, a period, a code, an author.
 * A cell tells apart what such a consent tells apart; when it ends, cells are finer than they need be, and nothing moves.
 */
final class Retraiting {

    private final JdbcTemplate database;
    private final FhirContext fhir;
    private final Bodies bodies;
    private final TraitsReader traits;
    private final Directives directives;
    private final StoredSurroundings surroundings;
    private final Cells cells;
    private final Moves moves;

    Retraiting(
            DataSource requests,
            FhirContext fhir,
            Bodies bodies,
            TraitsReader traits,
            Directives directives,
            StoredSurroundings surroundings,
            Cells cells,
            Moves moves) {
        this.moves = moves;
        this.surroundings = surroundings;
        this.database = new JdbcTemplate(requests);
        this.fhir = fhir;
        this.bodies = bodies;
        this.traits = traits;
        this.directives = directives;
        this.cells = cells;
    }

    private record Stored(long row, int cell, Instant created, Resource resource) {}

    /** Looks at every resource about these patients, when there is anything to look for. */
    void ofAll(Collection<PatientId> patients) {
        for (PatientId patient : patients) {
            if (!directives.conditional(List.of(patient)).isEmpty()) {
                List<Stored> all = about(patient);
                Map<String, List<Stored>> holders = holders(all);
                all.stream()
                        .collect(Collectors.groupingBy(Stored::cell))
                        .forEach((cell, resources) -> settle(cell, resources, holders));
            }
        }
    }

    /** What lies in one cell is about the same patients. */
    private void settle(int cell, List<Stored> resources, Map<String, List<Stored>> holders) {
        Cell before = cells.describe(cell);
        List<ConsentDirective> conditional = directives.conditional(before.patients());
        for (Stored stored : resources) {
            Set<String> wanted = traits.met(stored.resource, before, stored.created, conditional);
            for (Stored holder : holders.getOrDefault(Kinship.reference(stored.resource), List.of())) {
                wanted.addAll(
                        traits.metByHolder(holder.resource, cells.describe(holder.cell), holder.created, conditional));
            }
            // what it met before stays in the name of its cell, so that nothing moves back and forth
            wanted.addAll(before.traits().criteria());
            Traits now = before.traits().withCriteria(wanted);
            if (!now.equals(before.traits())) {
                // compiled with everything else about the patient
                int other = cells.cell(before.patients(), before.dataClass(), now);
                moves.move(stored.row, other);
            }
        }
    }

    /** What tells of a file, or of another picture of it; a picture is told of by nothing. */
    private Map<String, List<Stored>> holders(List<Stored> all) {
        Map<String, List<Stored>> holders = new HashMap<>();
        for (Stored each : all) {
            for (String file : surroundings.files(each.resource)) {
                holders.computeIfAbsent(file, any -> new ArrayList<>()).add(each);
            }
        }
        Map<String, List<Stored>> ofDocuments = new HashMap<>();
        for (Stored document : all) {
            if (document.resource instanceof DocumentReference) {
                ofDocuments.put(
                        Kinship.reference(document.resource),
                        surroundings.files(document.resource).stream()
                                .flatMap(file -> holders.getOrDefault(file, List.of()).stream())
                                .filter(other -> other.resource instanceof Media)
                                .toList());
            }
        }
        holders.putAll(ofDocuments);
        return holders;
    }

    private List<Stored> about(PatientId patient) {
        List<Stored> found = new ArrayList<>();
        database.query(
                "select * from strand.resources_about(?)",
                row -> {
                    found.add(read(row));
                },
                patient.value());
        return found;
    }

    private Stored read(ResultSet row) throws SQLException {
        Resource resource = (Resource) fhir.newJsonParser().parseResource(bodies.read(row.getString("body")));
        resource.setId(row.getString("res_type") + "/" + row.getString("fhir_id"));
        // HAPI keeps what a resource's meta says in tables of its own
        Array profiles = row.getArray("profiles");
        for (String profile : (String[]) profiles.getArray()) {
            resource.getMeta().addProfile(profile);
        }
        return new Stored(
                row.getLong("res_id"),
                row.getInt("cell"),
                row.getTimestamp("created").toInstant(),
                resource);
    }
}
