package health.strand.visibility;

import health.strand.consent.CodeHierarchy;
import health.strand.consent.CopiedPicture;
import health.strand.consent.Surroundings;
import health.strand.labeling.Sources;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Media;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What lies around a resource in the record: who holds its file, who is said to have made it. */
final class StoredSurroundings implements Surroundings {

    private final JdbcTemplate database;
    private final StoredProvenance provenance;
    private final String address;

    /** @param address of the FHIR endpoint, with which a resource may write where its file is */
    StoredSurroundings(DataSource requests, StoredProvenance provenance, String address) {
        this.database = new JdbcTemplate(requests);
        this.provenance = provenance;
        this.address = address + "/";
    }

    /** Whether resources of its type hold files. */
    static boolean holdsFiles(Resource resource) {
        return resource instanceof Media || resource instanceof DocumentReference;
    }

    /** Notes which files a resource holds, and which picture it is a copy of. */
    void record(Resource resource) {
        String carrier = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        database.update("delete from strand.content where carrier = ?", carrier);
        Set<String> held = new HashSet<>(files(resource));
        CopiedPicture.originalOf(resource).ifPresent(held::add);
        held.forEach(file -> database.update(
                "insert into strand.content (carrier, file) values (?, ?) on conflict do nothing", carrier, file));
    }

    /** The files that a resource holds, each {@code Binary/id}. */
    Set<String> files(Resource resource) {
        return Sources.files(resource).stream()
                .map(url -> url.startsWith(address) ? url.substring(address.length()) : url)
                .filter(path -> path.startsWith("Binary/"))
                .map(path -> path.replaceFirst("/_history/.*", ""))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> carriersOf(String binary) {
        return new HashSet<>(
                database.queryForList("select carrier from strand.content where file = ?", String.class, binary));
    }

    @Override
    public Set<String> authorsOf(String reference) {
        Set<String> authors = new HashSet<>();
        provenance
                .of(reference)
                .forEach(each -> each.getAgent().forEach(agent -> {
                    if (agent.getWho().getReferenceElement().hasIdPart()) {
                        authors.add(agent.getWho()
                                .getReferenceElement()
                                .toUnqualifiedVersionless()
                                .getValue());
                    }
                }));
        return authors;
    }

    /** No hierarchy of codes or profiles is loaded but what codes say themselves. */
    @Override
    public Set<String> above(String codeOrProfile) {
        return CodeHierarchy.above(codeOrProfile);
    }
}
